import type { Core } from '@strapi/strapi';
import { Refusal } from '../../lib/refusal';
import { tableOf } from '../../lib/tables';
import type { Subject } from '../links/link';
import { moderatedTypes, type ModeratedType } from './moderated-types';

/** Where something that was sent stands. */
export interface Held {
  readonly id: number;
  readonly state: string;
  readonly decided_by: string | null;
  readonly updated_at: Date;
}

/** @throws {Refusal} 404 when nothing of that type waits for moderators */
export function findModeratedType(strapi: Core.Strapi, uid: string): ModeratedType {
  const type = moderatedTypes(strapi).find((moderated) => moderated.uid === uid);
  if (!type) throw new Refusal(404, 'moderation.unknown');
  return type;
}

/**
 * Holds something that was sent until the end of the transaction at hand, so that a second moderator waits,
 * then reads what the first decided.
 * @throws {Refusal} 404 when there is no such thing
 */
export async function holdItem(strapi: Core.Strapi, { uid, documentId }: Subject): Promise<Held> {
  return strapi.db.transaction(async ({ trx }) => {
    const held: Held | undefined = await trx(tableOf(strapi, uid))
      .where({ document_id: documentId })
      .forUpdate()
      .first('id', 'state', 'decided_by', 'updated_at');
    if (!held) throw new Refusal(404, 'moderation.unknown');
    return held;
  });
}

/** @throws {Refusal} 409 when it does not wait for a decision, and who decided; or when it is no longer what was read */
export function refuseUndecidable({ state, decided_by, updated_at }: Held, version?: string): void {
  if (state === 'unconfirmed') throw new Refusal(409, 'moderation.unconfirmed');
  if (state === 'asked') throw new Refusal(409, 'moderation.asked', { who: decided_by ?? '?' });
  if (state !== 'pending') throw new Refusal(409, 'moderation.decided', { who: decided_by ?? '?' });
  if (version !== undefined && version !== versionOf(updated_at)) throw new Refusal(409, 'moderation.changed');
}

/** By which it is known whether something was changed since. */
export const versionOf = (updatedAt: Date | string): string => new Date(updatedAt).toISOString();
