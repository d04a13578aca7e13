import type { Core } from '@strapi/strapi';
import { documents, type Row } from '../../lib/documents';
import { canonicalLocale } from '../../lib/locales';
import { resourceUid } from './listing';
import type { Answers } from './shapes';

/** What an owner may propose to change: every language shares the first ones, each has its own of the others. */
export const shared = ['name', 'kind', 'website', 'languages', 'zones'] as const;
export const texts = ['summary', 'description', 'experiences'] as const;
export const revisable = [...shared, ...texts] as const;

/** What of these is read in one language: all in French, and the texts alone elsewhere. */
export const revisableIn = (locale: string): readonly Revisable[] => (locale === canonicalLocale ? revisable : texts);

export type Revisable = (typeof revisable)[number];

/** Values of some attributes as the document service takes them: zones by their documents, experiences without their ids. */
export type Values = Partial<Record<Revisable, unknown>>;

export interface Experience {
  readonly stepNumber: number;
  readonly text: string;
  readonly since: number | null;
  readonly reference: string | null;
}

/** A listing in French, and in the language that its owner writes where it is translated: as published, else as drafted. */
export interface Versions {
  readonly french: Row;
  readonly translation?: Row | undefined;
}

export async function readVersions(
  strapi: Core.Strapi,
  documentId: string,
  language: string,
): Promise<Versions | undefined> {
  const french = await readVersion(strapi, documentId, canonicalLocale);
  if (!french) return undefined;
  const translation = language === canonicalLocale ? undefined : await readVersion(strapi, documentId, language);
  return { french, translation };
}

/** What is published of a listing in one language, else what is drafted. */
export async function readVersion(strapi: Core.Strapi, documentId: string, locale: string): Promise<Row | undefined> {
  const asked = { documentId, locale, populate: { zones: true, experiences: true } };
  const resources = documents(strapi, resourceUid);
  return (
    (await resources.findOne({ ...asked, status: 'published' })) ??
    (await resources.findOne({ ...asked, status: 'draft' })) ??
    undefined
  );
}

/** The values of a row of a resource or of a revision. */
export function valuesOf(row: Row, names: readonly Revisable[] = revisable): Values {
  return Object.fromEntries(names.map((name) => [name, valueOf(row, name)]));
}

function valueOf(row: Row, name: Revisable): unknown {
  if (name === 'zones') return (row['zones'] as { documentId: string }[]).map(({ documentId }) => documentId).sort();
  if (name === 'experiences') return experiencesOf(row);
  return row[name] === '' ? null : (row[name] ?? null);
}

export const experiencesOf = (row: Row): Experience[] =>
  (row['experiences'] as Experience[])
    .map(({ stepNumber, text, since, reference }) => ({
      stepNumber,
      text,
      since: since ?? null,
      reference: reference ?? null,
    }))
    .sort((one, other) => one.stepNumber - other.stepNumber);

/** The same row in the owner's language: its structure is French, its texts are translated where they are. */
export function inOneLanguage({ french, translation }: Versions): Row {
  if (!translation) return french;
  const translated = new Map(experiencesOf(translation).map((experience) => [experience.stepNumber, experience]));
  return {
    ...french,
    summary: translation['summary'] || french['summary'],
    description: translation['description'] || french['description'],
    experiences: experiencesOf(french).map((experience) => ({
      ...experience,
      text: translated.get(experience.stepNumber)?.text || experience.text,
      reference: translated.get(experience.stepNumber)?.reference || experience.reference,
    })),
  };
}

type Written = Pick<Answers, 'name' | 'kind' | 'summary'> &
  Partial<Record<'website' | 'description' | 'justification', string | null>>;

/** What the form of a row opens with. */
export function answersOf(row: Row): Answers {
  const { name, kind, website, summary, description, justification } = row as unknown as Written;
  return {
    name,
    kind,
    ...(website && { website }),
    languages: (row['languages'] as string).split(/, ?/) as Answers['languages'],
    zones: (row['zones'] as { slug: string }[]).map(({ slug }) => slug),
    summary,
    ...(description && { description }),
    experiences: experiencesOf(row).map(({ stepNumber, text, since, reference }) => ({
      stepNumber,
      text,
      ...(since !== null && { since }),
      ...(reference !== null && { reference }),
    })),
    ...(justification && { justification }),
  };
}
