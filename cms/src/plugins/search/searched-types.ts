import type { Attribute, Component } from '../../lib/contract';
import { allTypes, componentOf, type KnownType } from '../../lib/contracts';
import { isModerated } from '../../lib/moderated';

/** A list of a document: `experiences`, or `stops`, whose items have pages of their own. */
export interface List {
  readonly attribute: string;
  /** `web-tour.stop` */
  readonly uid: string;
  readonly component: Component;
  /** Where its items are read, under the document's page, when they have pages of their own. */
  readonly page?: string;
}

/** Every type whose contract says where its documents are read: a new one is found without being named anywhere. */
export const searchedTypes = (): KnownType[] =>
  allTypes().filter(({ type }) => (type.page ?? type.readAt) !== undefined && !isModerated(type));

/** `faq.entry`: what its changes are announced by, and what its documents are in an answer. */
export const tagOf = ({ contract, name }: KnownType): string => `${contract.name}.${name}`;

/** The lists of items that a document holds. */
export function listsOf({ type }: KnownType): List[] {
  return Object.entries(type.attributes)
    .filter((entry): entry is [string, Extract<Attribute, { type: 'component' }>] => entry[1].type === 'component')
    .map(([name, attribute]) => ({
      attribute: name,
      uid: attribute.component,
      component: componentOf(attribute),
      ...(attribute.page !== undefined && { page: attribute.page }),
    }));
}

/** What staff call one of each kind of thing that can be found, in French, by its type. */
export function labelsOfTypes(): ReadonlyMap<string, string> {
  return new Map(
    searchedTypes().flatMap((searched) => [
      [tagOf(searched), searched.type.singular] as const,
      ...listsOf(searched)
        .filter(({ page }) => page !== undefined)
        .map(({ uid, component }) => [uid, component.title] as const),
    ]),
  );
}
