type Unit = 'minute' | 'hour' | 'day';

const minute = 60_000;
const lengths: readonly (readonly [Unit, number])[] = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
];

/**
 * How long ago a moment was, in its largest whole unit, for Intl.RelativeTimeFormat.
 * `ageOf('2026-03-01T10:00:00Z', Date.parse('2026-03-03T09:00:00Z'))` // => { value: -1, unit: 'day' }
 *
 * @param moment ISO 8601
 * @param now milliseconds since 1970
 */
export function ageOf(moment: string, now: number): { value: number; unit: Unit } {
  const elapsed = Math.max(0, now - Date.parse(moment));
  const [unit, length] = lengths.find(([, length]) => elapsed >= length) ?? ['minute', minute];
  return { value: -Math.floor(elapsed / length), unit };
}
