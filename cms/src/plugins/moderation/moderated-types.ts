import type { Core } from '@strapi/strapi';
import type { Contract } from '../../lib/contract';
import { contracts } from '../../lib/contracts';
import { uidOf } from '../../lib/reader';

/** A type that waits for moderators, and what its feature does when one is approved. */
export interface ModeratedType {
  readonly uid: string;
  readonly contract: Contract;
  readonly name: string;
  /** Runs in the transaction of the decision: a failure undoes both. */
  readonly onApproved?: (strapi: Core.Strapi, document: { documentId: string }) => Promise<void>;
}

type Moderated = Readonly<Record<string, Pick<ModeratedType, 'onApproved'>>>;

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
