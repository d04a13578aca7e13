import type { Core } from '@strapi/strapi';
import type { ContentType } from './contract';
import { allTypes, type KnownType } from './contracts';
import { canonicalLocale } from './locales';
import { attributesIn, pathOf } from './page';
import { published } from './reader';

export interface PublicPage {
  /** `<uid>:<documentId>`, which comments are attached to. */
  readonly target: string;
  readonly path: string;
  readonly title: string;
  readonly locales: string[];
  readonly updatedAt: string;
}

/** Every page that a published document has, in one query for each type. */
export async function listPages(strapi: Core.Strapi): Promise<PublicPage[]> {
  const types = allTypes().filter(({ type }) => type.page);
  const lists = await Promise.all(types.map((known) => pagesOf(strapi, known)));
  return lists.flat();
}

interface Row {
  readonly documentId: string;
  readonly locale: string;
  readonly updatedAt: string;
  readonly [field: string]: unknown;
}

async function pagesOf(strapi: Core.Strapi, { uid, contract, name, type }: KnownType): Promise<PublicPage[]> {
  const lists = listsWithPages(type);
  const rows: Row[] = await strapi.db.query(uid).findMany({
    select: ['documentId', 'locale', 'updatedAt', type.mainField, ...attributesIn(type.page!)],
    where: published(type),
    populate: lists.map(({ attribute }) => attribute),
    orderBy: { id: 'asc' },
  });
  const byDocument = Map.groupBy(rows, ({ documentId }) => documentId);
  return [...byDocument.values()].flatMap((languages) => {
    const french = languages.find(({ locale }) => locale === canonicalLocale);
    if (!french) return [];
    const others = languages.map(({ locale }) => locale).filter((locale) => locale !== canonicalLocale);
    const page: PublicPage = {
      target: `${uid}:${french.documentId}`,
      path: pathOf(contract, name, french),
      title: String(french[type.mainField]),
      locales: [canonicalLocale, ...others.sort()],
      updatedAt: languages
        .map(({ updatedAt }) => new Date(updatedAt).toISOString())
        .sort()
        .at(-1)!,
    };
    return [page, ...lists.flatMap((list) => itemPages(page, french, list))];
  });
}

interface ListWithPages {
  readonly attribute: string;
  readonly pattern: string;
}

/** The lists whose items have pages of their own: the stops of a tour. */
const listsWithPages = ({ attributes }: ContentType): ListWithPages[] =>
  Object.entries(attributes).flatMap(([name, attribute]) =>
    attribute.type === 'component' && attribute.page ? [{ attribute: name, pattern: attribute.page }] : [],
  );

function itemPages(page: PublicPage, french: Row, { attribute, pattern }: ListWithPages): PublicPage[] {
  const items = french[attribute] as readonly Readonly<Record<string, unknown>>[];
  return items.map((item) => ({
    ...page,
    path: attributesIn(pattern).reduce(
      (path, name) => path.replace(`:${name}`, String(item[name])),
      page.path + pattern,
    ),
    title: String(item['title'] ?? page.title),
  }));
}
