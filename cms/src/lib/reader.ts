import type { Core } from '@strapi/strapi';
import type { ContentType, Contract } from './contract';
import { uidOf } from './contracts';
import { readRows, type Query, type Row } from './documents';
import { canonicalLocale } from './locales';
import { overlay, type Located } from './overlay';

/**
 * Reads published content for one public answer, in one language, and keeps the tags of what it read:
 * the answer must be purged wherever it is cached when one of them changes.
 */
export class Reader {
  readonly tags = new Set<string>();
  readonly #lists = new Map<string, Promise<Located[]>>();

  constructor(
    readonly strapi: Core.Strapi,
    readonly locale: string,
  ) {}

  /** The French list, in the reader's language where a translation is published. Nothing is lost for want of one. */
  list(contract: Contract, name: string, query: Query = {}): Promise<Located[]> {
    // Several parts of one answer ask for the steps or the zones.
    const key = `${contract.name}.${name} ${JSON.stringify(query)}`;
    const list = this.#lists.get(key) ?? this.#list(contract, name, query);
    this.#lists.set(key, list);
    return list;
  }

  async #list(contract: Contract, name: string, query: Query): Promise<Located[]> {
    const type = contract.contentTypes[name]!;
    const uid = uidOf(contract, name);
    this.#tagList(contract, name, query);
    const french = await readRows(this.strapi, uid, {
      ...(type.sort && { sort: type.sort }),
      ...query,
      filters: { ...query.filters, ...published(type, canonicalLocale) },
    });
    return this.#translate(type, uid, french, query.populate);
  }

  /** The French document that matches, in the reader's language where a translation is published. */
  async one(contract: Contract, name: string, query: Query = {}): Promise<Located | undefined> {
    const type = contract.contentTypes[name]!;
    const uid = uidOf(contract, name);
    const [french] = await readRows(this.strapi, uid, {
      ...query,
      filters: { ...query.filters, ...published(type, canonicalLocale) },
      limit: 1,
    });
    if (!french) {
      this.#tagList(contract, name, query);
      return undefined;
    }
    this.tags.add(`${contract.name}.${name}:${french.documentId}`);
    this.#tagRelated(type, query);
    const [located] = await this.#translate(type, uid, [french], query.populate);
    return located;
  }

  /** The languages that a document is published in, French first. */
  async localesOf(contract: Contract, name: string, documentId: string): Promise<string[]> {
    const rows: { locale: string }[] = await this.strapi.db.query(uidOf(contract, name)).findMany({
      select: ['locale'],
      where: { documentId, ...published(contract.contentTypes[name]!) },
    });
    const others = rows.map(({ locale }) => locale).filter((locale) => locale !== canonicalLocale);
    return [canonicalLocale, ...others.sort()];
  }

  #tagList(contract: Contract, name: string, query: Query) {
    this.tags.add(`${contract.name}.${name}`);
    this.#tagRelated(contract.contentTypes[name]!, query);
  }

  /** What is read or chosen through a relation is also true only as long as the documents at its other end. */
  #tagRelated({ attributes }: ContentType, { populate = {}, filters = {} }: Query) {
    for (const name of new Set([...Object.keys(populate), ...Object.keys(filters)])) {
      const attribute = attributes[name];
      if (attribute?.type === 'relation') this.tags.add(attribute.target.replace('plugin::', ''));
    }
  }

  async #translate(type: ContentType, uid: string, french: Row[], populate?: object): Promise<Located[]> {
    const translations =
      this.locale === canonicalLocale || !type.localized || french.length === 0
        ? []
        : await readRows(this.strapi, uid, {
            filters: {
              documentId: { $in: french.map(({ documentId }) => documentId) },
              ...published(type, this.locale),
            },
            ...(populate && { populate: componentsOnly(type, populate) }),
            limit: french.length,
          });
    const byDocument = new Map(translations.map((row) => [row.documentId, row]));
    return french.map((row) => ({
      ...relationsOf(type, row),
      ...overlay(type, row, byDocument.get(row.documentId)),
    }));
  }
}

/** What tells the public rows of a type: in every language, or in `locale` alone. */
export const published = (type: ContentType, locale?: string) => ({
  ...(type.localized && locale !== undefined && { locale }),
  ...(type.draftAndPublish && { publishedAt: { $notNull: true } }),
});

/** Relations as read from the French row: translations have none of their own. */
function relationsOf(type: ContentType, row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(type.attributes)
      .filter(([name, { type: kind }]) => kind === 'relation' && row[name] !== undefined)
      .map(([name]) => [name, row[name] ?? undefined]),
  );
}

function componentsOnly(type: ContentType, populate: object): object {
  return Object.fromEntries(Object.entries(populate).filter(([name]) => type.attributes[name]?.type === 'component'));
}
