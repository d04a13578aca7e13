import type { Core } from '@strapi/strapi';
import type { Contract } from '../../lib/contract';
import { contracts } from '../../lib/contracts';
import { uidOf } from '../../lib/reader';
import type { Decision } from './contract';

interface Moved {
  readonly documentId: string;
}

/**
 * A type that waits for moderators, and what its feature does as it moves on. Each behaviour runs in the transaction of what
 * it follows: a failure undoes both.
 */
export interface ModeratedType {
  readonly uid: string;
  readonly contract: Contract;
  readonly name: string;
  /** Its sender proved that the address is theirs. May give the token of a link to follow it by. */
  readonly onProven?: (strapi: Core.Strapi, document: Moved) => Promise<{ readonly follow: string }>;
  readonly onApproved?: (strapi: Core.Strapi, document: Moved) => Promise<void>;
  /** A moderator decided, whatever they decided: its sender is to be told. */
  readonly onDecided?: (strapi: Core.Strapi, document: Moved & Pick<Decision, 'decision' | 'reason'>) => Promise<void>;
}

type Moderated = Readonly<Record<string, Omit<ModeratedType, 'uid' | 'contract' | 'name'>>>;

/** Every type that a feature offers to moderation by its service `moderated`: nothing is listed here. */
export function moderatedTypes(strapi: Core.Strapi): ModeratedType[] {
  return contracts().flatMap((contract) => {
    const plugin = strapi.plugin(contract.name);
    if (!('moderated' in plugin.services)) return [];
    const moderated: Moderated = plugin.service('moderated');
    return Object.entries(moderated).map(([name, behaviour]) => ({
      ...behaviour,
      uid: uidOf(contract, name),
      contract,
      name,
    }));
  });
}
