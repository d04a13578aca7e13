/** Months after which an owner may wish to be asked whether their listing is still right. */
export const rhythms = [3, 6, 12] as const;

export type Rhythm = (typeof rhythms)[number];

/** Until they choose. */
export const usualRhythm: Rhythm = 6;

/**
 * What happens to a listing that nobody confirms, in days from the day on which it was to be confirmed: negative before it.
 * Its owner is written to, then readers are told, then it comes last in the lists, then it leaves the site.
 */
export const ladder = {
  reminders: [-30, -7, 0, 30],
  toConfirm: 45,
  sunk: 75,
  archived: 120,
} as const;

/** How the websites of listings are looked at. */
export const websiteVisits = {
  /** Days between two visits of a site that answers. One that does not is visited again every day. */
  every: 7,
  /** How often in a row it must fail before that is said, over that many different days at least. */
  failures: 3,
  failedDays: 2,
  /** Seconds that a visit may last, redirections included. */
  patience: 10,
  redirections: 5,
} as const;
