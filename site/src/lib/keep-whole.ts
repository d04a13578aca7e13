/**
 * HTML of a plain text in which no line may break a name: «S-tetic» would, after its hyphen.
 * `keepWhole('A & S-tetic', 'S-tetic')` // => 'A &amp; <span class="unbroken">S-tetic</span>'
 *
 * @param name without it, or where it has nothing to break at, the text is only escaped
 */
export function keepWhole(text: string, name = ''): string {
  const pieces = /[-\s]/.test(name) ? text.split(name) : [text];
  return pieces.map(escapeHtml).join(`<span class="unbroken">${escapeHtml(name)}</span>`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!);
