import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { summarize } from './describe-item';
import { moderatedTypes, type ModeratedType } from './moderated-types';
import type { Counts, WaitingList } from './panel';

const atMost = 100;

interface Wanted {
  /** A type, of all. */
  readonly uid?: string | undefined;
  /** `asked`: what waits for its sender, in place of what waits for a moderator. */
  readonly state?: 'pending' | 'asked' | undefined;
}

/** What waits, oldest first, a hundred at most, and how much there is of each kind. */
export async function listWaiting(strapi: Core.Strapi, { uid, state = 'pending' }: Wanted = {}): Promise<WaitingList> {
  const types = moderatedTypes(strapi).filter((type) => uid === undefined || type.uid === uid);
  const [counts, ...lists] = await Promise.all([
    countWaiting(strapi),
    ...types.map(async (type) =>
      (await findOldest(strapi, type, state, atMost)).map((row) => ({ type, row, sentAt: String(row['sentAt']) })),
    ),
  ]);
  const oldest = lists
    .flat()
    .sort((a, b) => a.sentAt.localeCompare(b.sentAt))
    .slice(0, atMost);
  return { ...counts, items: await Promise.all(oldest.map(({ type, row }) => summarize(strapi, type, row))) };
}

/** How much waits of each kind, and since when. */
export async function countWaiting(strapi: Core.Strapi): Promise<Counts> {
  const kinds = await Promise.all(
    moderatedTypes(strapi).map(async (type) => {
      const [count, asked, [oldest]] = await Promise.all([
        documents(strapi, type.uid).count({ filters: { state: 'pending' } }),
        documents(strapi, type.uid).count({ filters: { state: 'asked' } }),
        findOldest(strapi, type, 'pending', 1),
      ]);
      return {
        uid: type.uid,
        kind: type.contract.contentTypes[type.name]!.plural,
        count,
        asked,
        oldest: oldest?.['sentAt'],
      };
    }),
  );
  const [oldest] = kinds.flatMap((kind) => (kind.oldest ? new Date(kind.oldest as string).toISOString() : [])).sort();
  return {
    kinds: kinds.map(({ uid, kind, count }) => ({ uid, kind, count })),
    total: kinds.reduce((sum, { count }) => sum + count, 0),
    asked: kinds.reduce((sum, { asked }) => sum + asked, 0),
    ...(oldest && { oldest }),
  };
}

const findOldest = (strapi: Core.Strapi, { uid }: ModeratedType, state: string, limit: number) =>
  documents(strapi, uid).findMany({ filters: { state }, sort: ['sentAt', 'id'], limit });
