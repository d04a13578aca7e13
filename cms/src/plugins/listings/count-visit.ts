import { websiteVisits } from '@s-tetic/config/upkeep';
import { dayOf } from './ladder';

/** How the last visits of a website went. */
export interface VisitRecord {
  readonly visitedAt: Date;
  /** In a row. */
  readonly failures: number;
  /** On how many different days. */
  readonly failedDays: number;
}

/** The record after one more visit. */
export function countVisit(before: VisitRecord | undefined, isFine: boolean, now: Date): VisitRecord {
  if (isFine) return { visitedAt: now, failures: 0, failedDays: 0 };
  const { failures, failedDays, visitedAt } = before ?? { failures: 0, failedDays: 0, visitedAt: now };
  const isNewDay = failures === 0 || dayOf(visitedAt) !== dayOf(now);
  return { visitedAt: now, failures: failures + 1, failedDays: failedDays + Number(isNewDay) };
}

/** Broken is what failed again and again, on different days: a server that restarts is not. */
export const isBroken = ({ failures, failedDays }: VisitRecord): boolean =>
  failures >= websiteVisits.failures && failedDays >= websiteVisits.failedDays;
