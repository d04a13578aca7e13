import { daysFrom, retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { moderatedTypes } from '../moderation/moderated-types';

const atOnce = 100;

/** Erases what nobody confirmed in time: perhaps somebody else gave their address. */
export async function eraseUnconfirmed(strapi: Core.Strapi, now: Date): Promise<void> {
  const filters = { state: 'unconfirmed', sentAt: { $lt: daysFrom(now, -retention.unconfirmed) } };
  for (const { uid } of moderatedTypes(strapi)) {
    for (;;) {
      const rows = await documents(strapi, uid).findMany({ filters, fields: ['documentId'], limit: atOnce });
      for (const { documentId } of rows) await documents(strapi, uid).delete({ documentId });
      if (rows.length < atOnce) break;
    }
  }
}
