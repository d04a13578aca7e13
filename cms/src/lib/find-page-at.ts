import type { Core } from '@strapi/strapi';
import type { ContentType } from './contract';
import { allTypes } from './contracts';
import { canonicalLocale } from './locales';
import { attributesIn } from './page';
import { published } from './reader';

/** The published document whose page is at `path` (without locale), as `<uid>:<documentId>`; undefined when there is none. */
export async function findPageAt(strapi: Core.Strapi, path: string): Promise<string | undefined> {
  for (const { uid, type } of allTypes()) {
    const where = matchOf(type, path);
    if (!where) continue;
    const row: { documentId: string } | null = await strapi.db
      .query(uid)
      .findOne({ select: ['documentId'], where: { ...where, ...published(type, canonicalLocale) } });
    if (row) return `${uid}:${row.documentId}`;
  }
  return undefined;
}

/** What a document must hold to have its page at `path`. */
function matchOf({ page, pageOf = {} }: ContentType, path: string): Record<string, string> | undefined {
  if (!page) return undefined;
  const attributes = attributesIn(page);
  const elsewhere = Object.entries(pageOf).find(([, place]) => place === path);
  if (elsewhere) return { [attributes[0]!]: elsewhere[0] };
  const values = new RegExp(`^${page.replace(/:\w+/g, '([^/]+)')}$`).exec(path)?.slice(1);
  if (!values || pageOf[values[0] ?? ''] !== undefined) return undefined;
  return Object.fromEntries(attributes.map((attribute, index) => [attribute, values[index]!]));
}
