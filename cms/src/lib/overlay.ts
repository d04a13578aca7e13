import type { Component, ContentType } from './contract';
import { componentOf } from './contracts';
import type { Row } from './documents';

/** A document in the reader's language as far as it is translated, in French for the rest. */
export interface Located {
  readonly documentId: string;
  /** The language its text is in. */
  readonly lang: string;
  /** Fields that are in French although `lang` is not. */
  readonly french?: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly [field: string]: unknown;
}

/**
 * Lays a translation over its French document: structure, order and numbers stay French, the text is the translation's.
 * Whatever the translation holds besides text (a relation, a number, one more item in a list) is ignored.
 */
export function overlay(type: ContentType, french: Row, translation?: Row): Located {
  const inFrench: string[] = [];
  const fields = Object.entries(type.attributes).map(([name, attribute]) => {
    if (attribute.type === 'component') {
      const component = componentOf(attribute);
      return [name, items(french[name]).map((item) => overlayItem(component, item, translation, name))];
    }
    const translated = attribute.localized ? present(translation?.[name]) : undefined;
    if (translation && attribute.localized && translated === undefined && present(french[name]) !== undefined)
      inFrench.push(name);
    return [name, translated ?? present(french[name])];
  });
  return {
    ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
    documentId: french.documentId,
    createdAt: french.createdAt,
    updatedAt: latest(french.updatedAt, translation?.updatedAt),
    lang: translation?.locale ?? french.locale ?? 'fr',
    ...(inFrench.length > 0 && { french: inFrench }),
  };
}

function overlayItem(component: Component, french: Item, translation: Row | undefined, list: string): Item {
  const match = items(translation?.[list]).find((item) => item[component.matchedBy] === french[component.matchedBy]);
  const texts = Object.entries(component.attributes).filter(([, { localized }]) => localized);
  const translated = match && texts.some(([name]) => present(match[name]) !== undefined) ? match : undefined;
  const missing = texts
    .map(([name]) => name)
    .filter((name) => translated && present(translated[name]) === undefined && present(french[name]) !== undefined);
  const fields = Object.entries(component.attributes).map(([name, { localized }]) => [
    name,
    (localized ? present(translated?.[name]) : undefined) ?? present(french[name]),
  ]);
  return {
    ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
    lang: translated ? (translation?.locale ?? 'fr') : 'fr',
    ...(missing.length > 0 && { french: missing }),
  };
}

type Item = Readonly<Record<string, unknown>>;

const items = (value: unknown): readonly Item[] => (Array.isArray(value) ? value : []);

const present = (value: unknown) => (value === null || value === '' ? undefined : value);

const latest = (first: string, second?: string) => (second && second > first ? second : first);
