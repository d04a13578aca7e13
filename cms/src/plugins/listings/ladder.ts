import { ladder } from '@s-tetic/config/upkeep';

/** Where a listing stands when it was to be confirmed some days ago. */
export interface Rung {
  /** The reminder that is to have left by now, by its day; undefined before the first. */
  readonly reminder?: number;
  readonly standing: 'current' | 'toConfirm' | 'sunk';
  readonly isArchived: boolean;
}

const day = 86_400_000;

/** The day by UTC: `dayOf(new Date('2026-11-24T09:00:00Z'))` // => '2026-11-24' */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Days since a day, negative before it: `daysSince('2026-11-24', new Date('2026-11-26T09:00:00Z'))` // => 2 */
export const daysSince = (due: string, now: Date): number =>
  Math.round((Date.parse(dayOf(now)) - Date.parse(due)) / day);

/** The ladder, from its top: only the last reminder that is due counts, so that a job that was away for long sends one. */
export function rungAt(daysLate: number): Rung {
  const reminder = ladder.reminders.filter((offset) => offset <= daysLate).at(-1);
  return {
    ...(reminder !== undefined && { reminder }),
    standing: daysLate >= ladder.sunk ? 'sunk' : daysLate >= ladder.toConfirm ? 'toConfirm' : 'current',
    isArchived: daysLate >= ladder.archived,
  };
}

/** The same day some months later, or the last of its month: `monthsAfter('2026-08-31', 6)` // => '2027-02-28' */
export function monthsAfter(from: string, months: number): string {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}
