interface IsoLocale {
  readonly code: string;
  readonly name: string;
}

/** Names the languages that can be added in French, in French order: Strapi's list is English. */
export async function nameLanguages(context: { body: unknown }, next: () => Promise<void>): Promise<void> {
  await next();
  if (!Array.isArray(context.body)) return;
  context.body = (context.body as IsoLocale[])
    .map(({ code, name }) => ({ code, name: frenchNameOf(code) ?? name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

const names = new Intl.DisplayNames(['fr'], { type: 'language', fallback: 'none' });

/** `frenchNameOf('de-AT')` // => 'Allemand autrichien'; undefined for a language that the machine does not know. */
export function frenchNameOf(code: string): string | undefined {
  const name = names.of(code);
  return name && name.charAt(0).toLocaleUpperCase('fr') + name.slice(1);
}
