import type { Core } from '@strapi/strapi';
import type { Contract } from './contract';
import { contracts } from './contracts';
import { canonicalLocale } from './locales';
import { attributesIn, pathOf } from './page';
import { uidOf } from './reader';

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
  const lists = await Promise.all(
    contracts().flatMap((contract) =>
      Object.keys(contract.contentTypes)
        .filter((name) => contract.contentTypes[name]!.page)
        .map((name) => pagesOf(strapi, contract, name)),
    ),
  );
  return lists.flat();
}

interface Row {
  documentId: string;
  locale: string;
  updatedAt: string;
  [field: string]: string;
}

async function pagesOf(strapi: Core.Strapi, contract: Contract, name: string): Promise<PublicPage[]> {
  const type = contract.contentTypes[name]!;
  const uid = uidOf(contract, name);
  const rows: Row[] = await strapi.db.query(uid as never).findMany({
    select: ['documentId', 'locale', 'updatedAt', type.mainField, ...attributesIn(type.page!)],
    ...(type.draftAndPublish && { where: { publishedAt: { $notNull: true } } }),
    orderBy: { id: 'asc' },
  });
  const byDocument = Map.groupBy(rows, ({ documentId }) => documentId);
  return [...byDocument.values()].flatMap((languages) => {
    const french = languages.find(({ locale }) => locale === canonicalLocale);
    if (!french) return [];
    return {
      target: `${uid}:${french.documentId}`,
      path: pathOf(contract, name, french),
      title: french[type.mainField]!,
      locales: [canonicalLocale, ...languages.map(({ locale }) => locale).filter((locale) => locale !== canonicalLocale).sort()],
      updatedAt: languages.map(({ updatedAt }) => new Date(updatedAt).toISOString()).sort().at(-1)!,
    };
  });
}
