import { useEffect, useRef } from 'react';

/** What a key does, by the key: `{ j: next }`. */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>;

/** Where a key writes or chooses something of its own. */
const taken =
  'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="listbox"], [role="combobox"], [role="menu"]';

/** Has single keys act on the page, except where they write. With Ctrl, Alt or the like they stay the browser's. */
export function useKeys(keys: KeyMap, isOn: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isOn) return;
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
}

const isTaken = (target: EventTarget | null): boolean => target instanceof Element && target.closest(taken) !== null;
