import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { parse } from 'yaml';
import type { ContentType } from './contract';
import { isModerated } from './moderated';
import { allTypes, type KnownType } from './contracts';
import { documents } from './documents';
import { canonicalLocale, findLocaleCodes } from './locales';

type Seed = Record<string, unknown> & { key: string };

interface Planted {
  readonly documentId: string;
}

/**
 * Loads the first content, from `seed/<locale>.yaml` beside each contract: French first, then its translations.
 * A key is loaded once for each language: what editors change or delete afterwards is theirs.
 */
export async function loadSeeds(strapi: Core.Strapi): Promise<void> {
  const types = targetsFirst(allTypes());
  const locales = await findLocaleCodes(strapi);
  for (const locale of [canonicalLocale, ...locales.filter((code) => code !== canonicalLocale)]) {
    for (const known of types) {
      for (const seed of readSeeds(strapi, known, locale)) await plant(strapi, known, locale, seed);
    }
  }
}

/** Plants one document in one language together with the note that says so, or neither. */
async function plant(strapi: Core.Strapi, { uid, type }: KnownType, locale: string, { key, ...texts }: Seed) {
  const notes = strapi.store({ type: 'seed', name: uid });
  const note = locale === canonicalLocale ? key : `${key} ${locale}`;
  if (await notes.get({ key: note })) return;

  await strapi.db.transaction(async () => {
    const data = await withRelations(strapi, type, texts);
    const status = type.draftAndPublish ? { status: 'published' as const } : {};
    const language = type.localized ? { locale } : {};
    if (locale === canonicalLocale) {
      const { documentId } = await documents(strapi, uid).create({ data, ...status, ...language });
      await notes.set({ key: note, value: { documentId } });
      return;
    }
    const french = (await notes.get({ key })) as Planted | null;
    if (!french)
      throw new Error(
        `The ${locale} seed of ${uid} translates «${key}», which the French seed does not have. Check the spelling of the key.`,
      );
    // Editors may have deleted the French document since: there is nothing left to translate.
    const exists = await documents(strapi, uid).findOne({ documentId: french.documentId, locale: canonicalLocale });
    if (exists) await documents(strapi, uid).update({ documentId: french.documentId, data, ...status, ...language });
    await notes.set({ key: note, value: french });
  });
}

/** Keys of other documents become the documents that they planted. */
async function withRelations(strapi: Core.Strapi, type: ContentType, texts: Record<string, unknown>) {
  const relations = Object.entries(type.attributes).filter(
    ([name, { type: kind }]) => kind === 'relation' && name in texts,
  );
  const resolved = await Promise.all(
    relations.map(async ([name, attribute]) => {
      const target = attribute.type === 'relation' ? attribute.target : '';
      const keys = [texts[name]].flat() as string[];
      return [name, await Promise.all(keys.map((key) => documentOf(strapi, target, key)))];
    }),
  );
  return { ...texts, ...Object.fromEntries(resolved) };
}

async function documentOf(strapi: Core.Strapi, uid: string, key: string): Promise<string> {
  const planted = (await strapi.store({ type: 'seed', name: uid }).get({ key })) as Planted | null;
  if (!planted) throw new Error(`A seed names «${key}» of ${uid}, which no seed has. Check the spelling of the key.`);
  return planted.documentId;
}

function readSeeds(strapi: Core.Strapi, { contract, name }: KnownType, locale: string): Seed[] {
  const file = path.join(strapi.dirs.app.src, 'plugins', contract.name, 'seed', `${locale}.yaml`);
  if (!existsSync(file)) return [];
  const content = parse(readFileSync(file, 'utf8')) as Record<string, Seed | Seed[]>;
  return [content[name] ?? []].flat();
}

/** Types in an order in which a relation always finds what it points to, and a comment the page that it is about. */
function targetsFirst(types: readonly KnownType[]): KnownType[] {
  const waiting = types.toSorted((a, b) => Number(isModerated(a.type)) - Number(isModerated(b.type)));
  const done = new Set<string>();
  const ordered: KnownType[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ type }) => targetsOf(type).every((uid) => done.has(uid)));
    if (next < 0)
      throw new Error(
        `These types need each other: ${waiting.map(({ name }) => name).join(', ')}. Seed one without its relation.`,
      );
    const [known] = waiting.splice(next, 1);
    done.add(known!.uid);
    ordered.push(known!);
  }
  return ordered;
}

/** What a type points to, leaving out the side that the other end writes. */
const targetsOf = ({ attributes }: ContentType): string[] =>
  Object.values(attributes).flatMap((attribute) =>
    attribute.type === 'relation' && !attribute.mappedBy ? attribute.target : [],
  );
