/** What the site answers to `/recherche/suggestions.json?q=…`. */
interface Answer {
  readonly suggestions: readonly {
    readonly title: string;
    readonly href: string;
    readonly kind: string;
    readonly lang?: string;
  }[];
  /** How many there are, said to those who listen. */
  readonly status: string;
}

/** Milliseconds without a key before anything is asked, and letters below which nothing is. */
const pause = 150;
const fewestLetters = 2;

const box = document.querySelector<HTMLInputElement>('input[data-suggestions]');
if (box) propose(box);

/**
 * Proposes pages under a search box while words are typed: an editable combobox with a list
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Arrows choose, Enter goes, Escape closes; without a choice Enter searches.
 */
function propose(input: HTMLInputElement): void {
  const list = input.insertAdjacentElement('afterend', document.createElement('ul')) as HTMLUListElement;
  const status = list.insertAdjacentElement('afterend', document.createElement('p')) as HTMLParagraphElement;
  Object.assign(list, { id: 'suggestions', role: 'listbox', ariaLabel: input.dataset['label'], hidden: true });
  Object.assign(status, { className: 'hidden', role: 'status' });
  Object.assign(input, { role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false' });
  input.setAttribute('aria-controls', list.id);

  let asking = new AbortController();
  let timer = 0;
  let chosen = -1;

  input.addEventListener('input', () => {
    asking.abort();
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(input.value.trim()), pause);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => choose(chosen + 1),
      ArrowUp: () => choose(chosen - 1),
      Escape: close,
      Enter: () => location.assign(list.children[chosen]!.getAttribute('data-href')!),
    };
    const move = list.hidden || (event.key === 'Enter' && chosen < 0) ? undefined : moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  });
  // Pressing the mouse would first take the focus away, which closes the list.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const href = target instanceof Element && target.closest('[data-href]')?.getAttribute('data-href');
    if (href) location.assign(href);
  });

  async function ask(words: string): Promise<void> {
    if (words.length < fewestLetters) return close();
    asking = new AbortController();
    try {
      const query = new URLSearchParams({ q: words });
      const response = await fetch(`${input.dataset['suggestions']}?${query}`, { signal: asking.signal });
      if (response.ok) show((await response.json()) as Answer);
    } catch {
      // A proposal that does not come, or comes too late, is no loss: the form is there.
      close();
    }
  }

  function show({ suggestions, status: said }: Answer): void {
    list.replaceChildren(...suggestions.map(optionOf));
    status.textContent = said;
    list.hidden = suggestions.length === 0;
    input.ariaExpanded = String(!list.hidden);
    choose(-1);
  }

  function choose(index: number): void {
    const options = [...list.children];
    chosen = index < -1 ? options.length - 1 : index >= options.length ? -1 : index;
    for (const [place, option] of options.entries()) option.ariaSelected = String(place === chosen);
    if (chosen < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', options[chosen]!.id);
  }

  function close(): void {
    clearTimeout(timer);
    list.hidden = true;
    input.ariaExpanded = 'false';
    choose(-1);
  }
}

function optionOf({ title, href, kind, lang }: Answer['suggestions'][number], index: number): HTMLLIElement {
  const option = Object.assign(document.createElement('li'), {
    id: `suggestion-${index}`,
    role: 'option',
    ariaSelected: 'false',
  });
  option.dataset['href'] = href;
  const name = Object.assign(document.createElement('span'), { textContent: title, ...(lang && { lang }) });
  option.append(name, Object.assign(document.createElement('small'), { textContent: kind }));
  return option;
}
