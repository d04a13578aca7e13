/** What a mail is made of, in the order in which it is read. Strangers' words are text here like all others. */
export type Part =
  | string
  | { readonly link: string; readonly label: string }
  | { readonly list: readonly (readonly [string, string])[] };

export interface Letter {
  readonly subject: string;
  readonly parts: readonly Part[];
  /** Why its reader receives it, where that is not that their address was given on the site. */
  readonly why?: string;
  /** The address at which its reader, or their mail program by itself, says that they want no more like it (RFC 8058). */
  readonly unsubscribe?: string;
}

export interface WrittenMail {
  /** On one line: what would start another header is a space. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Headers beside those that every mail has. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes a letter twice, as plain text and as sober HTML that says the same. */
export function writeMail({ subject, parts, unsubscribe }: Letter, lang: string): WrittenMail {
  const line = subject.replace(/\s+/g, ' ').trim();
  return {
    subject: line,
    text: `${parts.map(asText).join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${escape(lang)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(line)}</title></head>
<body style="margin:0 auto;max-width:38em;padding:1.5em;font:1em/1.5 Georgia,serif;color:#1a1714;background:#fff">
${parts.map(asHtml).join('\n')}
</body>
</html>
`,
    ...(unsubscribe && { headers: oneClick(unsubscribe) }),
  };
}

/** Tells mail programs that one POST to the address is enough (RFC 8058 §3.1). */
const oneClick = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

function asText(part: Part): string {
  if (typeof part === 'string') return part;
  if ('link' in part) return `${part.label}\n${part.link}`;
  return part.list.map(([name, value]) => `${name}\n${value.replace(/^/gm, '  ')}`).join('\n\n');
}

function asHtml(part: Part): string {
  if (typeof part === 'string') return `<p>${withBreaks(part)}</p>`;
  if ('link' in part)
    return `<p><a href="${escape(part.link)}">${escape(part.label)}</a><br><small>${escape(part.link)}</small></p>`;
  const items = part.list.map(
    ([name, value]) => `<dt><strong>${escape(name)}</strong></dt><dd>${withBreaks(value)}</dd>`,
  );
  return `<dl>${items.join('\n')}</dl>`;
}

const withBreaks = (text: string) => escape(text).replaceAll('\n', '<br>');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign]!);
