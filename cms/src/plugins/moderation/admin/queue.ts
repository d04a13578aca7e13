import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Waiting } from '../panel';
import { keyOf } from './desk';

/**
 * Which item is current and which are ticked. The current one is in the address, so that a link opens it;
 * without one it is the oldest.
 */
export function useQueue(items: readonly Waiting[]) {
  const [params, setParams] = useSearchParams();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [moves, setMoves] = useState(0);
  const keys = items.map(keyOf);
  const current = params.get('item') ?? keys[0];

  function open(key: string | undefined) {
    setParams(
      (before) => {
        before.delete('item');
        if (key !== undefined) before.set('item', key);
        return before;
      },
      { replace: true },
    );
  }

  function move(by: 1 | -1) {
    const place = keys.indexOf(current ?? '');
    const next = keys[place < 0 ? 0 : Math.min(keys.length - 1, Math.max(0, place + by))];
    open(next);
    setMoves((count) => count + 1);
  }

  function select(chosen: readonly string[], isSelected: boolean) {
    setSelected((before) => {
      const after = new Set(before);
      for (const key of chosen)
        if (isSelected) after.add(key);
        else after.delete(key);
      return after;
    });
  }

  /** Goes on from what was decided to what follows it. */
  function leave(decided: ReadonlySet<string>) {
    select([...decided], false);
    if (current === undefined || !decided.has(current)) return;
    const place = keys.indexOf(current);
    const left = (key: string) => !decided.has(key);
    open(keys.slice(place + 1).find(left) ?? keys.slice(0, Math.max(place, 0)).findLast(left));
    setMoves((count) => count + 1);
  }

  /** Comes back to what waits again, to look at it once more. */
  function goBack(undone: readonly string[]) {
    open(undone[0]);
    setMoves((count) => count + 1);
  }

  const ticked = items.filter((item) => selected.has(keyOf(item)));
  return { current, open, move, moves, selected, ticked, select, leave, goBack };
}
