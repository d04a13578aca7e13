import { catalogue } from '@s-tetic/config/words';
import type { Core } from '@strapi/strapi';
import { canonicalLocale, findLocaleCodes } from '../../lib/locales';

interface Phrase {
  readonly id: number;
  readonly documentId: string;
  readonly key: string;
  readonly locale: string;
  readonly text: string;
  /** The text that the product shipped when this row was last written by it. */
  readonly shipped: string | null;
}

/**
 * Puts the shipped catalogue in the panel, where staff and translators may change it.
 * A newer catalogue replaces, and takes back, only the texts that nobody changed.
 */
export async function plantPhrases(strapi: Core.Strapi): Promise<void> {
  const others = (await findLocaleCodes(strapi)).filter((code) => code !== canonicalLocale && code in catalogue);
  await strapi.db.transaction(async () => {
    await uprootPhrases(strapi);
    for (const locale of [canonicalLocale, ...others]) await plantLocale(strapi, locale);
  });
}

/** Takes back what the catalogue no longer has a key for. */
async function uprootPhrases(strapi: Core.Strapi): Promise<void> {
  const phrases = strapi.db.query('plugin::translation.phrase');
  const keys = Object.keys(catalogue[canonicalLocale]!);
  const gone: Phrase[] = await phrases.findMany({ where: { key: { $notIn: keys } } });
  const untouched = gone.filter(({ text, shipped }) => text === shipped).map(({ id }) => id);
  await phrases.deleteMany({ where: { id: { $in: untouched } } });
}

async function plantLocale(strapi: Core.Strapi, locale: string): Promise<void> {
  const phrases = strapi.db.query('plugin::translation.phrase');
  const rows: Phrase[] = await phrases.findMany({ where: { locale: { $in: [canonicalLocale, locale] } } });
  const present = new Map(rows.filter((row) => row.locale === locale).map((row) => [row.key, row]));
  const french = new Map(rows.filter((row) => row.locale === canonicalLocale).map((row) => [row.key, row.documentId]));

  const now = new Date();
  const missing = Object.entries(catalogue[locale]!)
    .filter(([key]) => !present.has(key))
    .map(([key, text]) => ({ key, text, shipped: text, locale, documentId: french.get(key), publishedAt: now }));
  if (missing.length > 0) await phrases.createMany({ data: missing });

  for (const [key, text] of Object.entries(catalogue[locale]!)) {
    const row = present.get(key);
    if (row && row.shipped !== text && row.text === row.shipped) {
      await phrases.update({ where: { id: row.id }, data: { text, shipped: text } });
    }
  }
}
