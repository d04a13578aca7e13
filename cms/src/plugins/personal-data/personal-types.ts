import type { Core } from '@strapi/strapi';
import type { ContentType } from '../../lib/contract';
import { allTypes, type KnownType } from '../../lib/contracts';

/** Something that readers have, or had, because of what a person sent. */
export interface Published {
  readonly uid: string;
  readonly documentId: string;
  readonly title: string;
  /** Its page, without locale, as long as it has one. */
  readonly path?: string;
  /** Removes it with all that hangs on it. */
  readonly remove: () => Promise<void>;
}

interface Sent {
  readonly documentId: string;
}

/** What a feature knows better than anyone of a type that holds addresses. Offered by its service `personal`. */
export interface PersonalBehaviour {
  /** What is public because of a document: whoever erases decides of it too. */
  readonly findPublished?: (strapi: Core.Strapi, document: Sent) => Promise<readonly Published[]>;
  /**
   * Removes one document with all that hangs on it. Without it, what waits for moderators or was decided by them is deleted;
   * of any other document, which may be more than one person's, only the address goes.
   */
  readonly remove?: (strapi: Core.Strapi, document: Sent) => Promise<void>;
}

export interface PersonalType extends PersonalBehaviour, KnownType {
  /** The attributes that hold a sender's address. */
  readonly addresses: readonly string[];
}

/** Every type that holds addresses of people: those of senders are private, that of the team is not. Nothing is listed here. */
export function personalTypes(strapi: Core.Strapi): PersonalType[] {
  return allTypes().flatMap((known) => {
    const addresses = addressesIn(known.type);
    return addresses.length === 0 ? [] : [{ ...behaviourOf(strapi, known), ...known, addresses }];
  });
}

const addressesIn = ({ attributes }: ContentType): string[] =>
  Object.entries(attributes).flatMap(([name, attribute]) =>
    attribute.type === 'email' && attribute.private ? [name] : [],
  );

function behaviourOf(strapi: Core.Strapi, { contract, name }: KnownType): PersonalBehaviour {
  const plugin = strapi.plugin(contract.name);
  if (!('personal' in plugin.services)) return {};
  const behaviours: Readonly<Record<string, PersonalBehaviour>> = plugin.service('personal');
  return behaviours[name] ?? {};
}
