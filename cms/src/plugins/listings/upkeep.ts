import { ladder, type Rhythm, usualRhythm } from '@s-tetic/config/upkeep';
import { daysFrom } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import type { Visibility } from './content-types';
import { dayOf, monthsAfter } from './ladder';
import { keepOwner } from './owner';
import type { Values } from './versions';

/** How one listing is kept right. Days are written `2026-11-24`. */
export interface Upkeep {
  readonly id: number;
  readonly documentId: string;
  /** The document of the resource. */
  readonly listing: string;
  /** The document of who manages it. */
  readonly owner: string;
  readonly nextEmail: string | null;
  readonly rhythm: Rhythm;
  readonly confirmedAt: string;
  readonly dueAt: string;
  readonly reminded: number | null;
  readonly visibility: Visibility;
  readonly hiddenLocales: readonly string[] | null;
  /** What readers had when it was hidden, by language; null when it is not. */
  readonly hiddenValues: Readonly<Record<string, Values>> | null;
}

const upkeeps = (strapi: Core.Strapi) => strapi.db.query('plugin::listings.upkeep');

export const findUpkeep = (strapi: Core.Strapi, listing: string): Promise<Upkeep | null> =>
  upkeeps(strapi).findOne({ where: { listing } });

export const findUpkeepsOf = (strapi: Core.Strapi, owner: string): Promise<Upkeep[]> =>
  upkeeps(strapi).findMany({ where: { owner } });

export const changeUpkeep = (
  strapi: Core.Strapi,
  { id }: Pick<Upkeep, 'id'>,
  data: Partial<Upkeep>,
): Promise<unknown> => upkeeps(strapi).update({ where: { id }, data });

export const removeUpkeep = (strapi: Core.Strapi, listing: string): Promise<unknown> =>
  upkeeps(strapi).deleteMany({ where: { listing } });

interface Given {
  readonly listing: string;
  readonly email: string;
  readonly language: string;
}

/** Gives a listing that nobody manages to an address. To be called in a transaction. */
export async function giveListing(
  strapi: Core.Strapi,
  { listing, email, language }: Given,
  confirmed = new Date(),
): Promise<void> {
  const owner = await keepOwner(strapi, { email, language });
  const confirmedAt = dayOf(confirmed);
  const dueAt = dueAfter(confirmedAt, usualRhythm, new Date());
  await upkeeps(strapi).create({
    data: { listing, owner: owner.documentId, visibility: 'public', rhythm: usualRhythm, confirmedAt, dueAt },
  });
}

/** The next time that a listing is to be confirmed, once it is confirmed now. */
export const confirmedOn = (now: Date, rhythm: Rhythm) => ({
  confirmedAt: dayOf(now),
  dueAt: monthsAfter(dayOf(now), rhythm),
  reminded: null,
});

/** Another rhythm, from the last confirmation on. */
export function withRhythm({ confirmedAt, dueAt }: Upkeep, rhythm: Rhythm, now: Date) {
  const next = dueAfter(confirmedAt, rhythm, now);
  return next === dueAt ? { rhythm } : { rhythm, dueAt: next, reminded: null };
}

/** Some months after a confirmation, but never so soon that the first reminder would have been missed. */
function dueAfter(confirmedAt: string, rhythm: Rhythm, now: Date): string {
  const due = monthsAfter(confirmedAt, rhythm);
  const soonest = dayOf(daysFrom(now, -ladder.reminders[0]));
  return due > soonest ? due : soonest;
}
