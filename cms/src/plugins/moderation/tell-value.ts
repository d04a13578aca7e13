import type { Attribute, Component } from '../../lib/contract';
import { componentOf } from '../../lib/contracts';
import { nameLanguages } from '../../lib/language-names';

/** The value of an attribute as a person reads it, over several lines where it is a list of components. Empty when there is none. */
export function tellValue(attribute: Attribute, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (attribute.type === 'component')
    return asList(value)
      .map((item) => tellItem(componentOf(attribute), item))
      .join('\n\n');
  if (attribute.type === 'relation') return asList(value).map(nameOf).join(', ');
  if (attribute.tellsLanguages) return nameLanguages(String(value), 'fr');
  if (attribute.type === 'boolean') return value ? 'Oui' : 'Non';
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

/** `tellItem(…, { stepNumber: 3, text: 'Dix ans' })` // => 'Étape (1 à 9) : 3\nExpérience : Dix ans' */
function tellItem({ attributes }: Component, item: unknown): string {
  return Object.entries(attributes)
    .map(([name, attribute]) => [attribute.label, tellValue(attribute, (item as Record<string, unknown>)[name])])
    .filter(([, told]) => told !== '')
    .map(([label, told]) => `${label} : ${told}`)
    .join('\n');
}

const asList = (value: unknown): unknown[] => [value].flat();

/** What related documents are called, whichever attribute of theirs says it. */
function nameOf(related: unknown): string {
  const { name, title, documentId } = related as { name?: string; title?: string; documentId?: string };
  return name ?? title ?? documentId ?? '';
}
