import type { Stop, TourPage } from '@s-tetic/cms/contracts/web-tour';

/** A stop and where it stands on its tour. */
export interface StopInTour {
  readonly stop: Stop;
  /** From 1 to `total`. */
  readonly position: number;
  readonly total: number;
  readonly previous: Stop | undefined;
  readonly next: Stop | undefined;
}

/** The stop of a tour that has this slug. A tour is a line: the first stop has none before it, the last none after. */
export function findStop({ stops }: TourPage['tour'], slug: string | undefined): StopInTour | undefined {
  const index = stops.findIndex((stop) => stop.slug === slug);
  const stop = stops[index];
  return stop && { stop, position: index + 1, total: stops.length, previous: stops[index - 1], next: stops[index + 1] };
}
