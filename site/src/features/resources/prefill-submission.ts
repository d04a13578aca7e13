import type { FormPage } from '@s-tetic/cms/contracts/resources';

/** What the form opens with. */
export interface Prefilled {
  readonly typed: FormData;
  /** Whether the address asks for nothing that the form does not have: only then can others be shown the same page. */
  readonly isKnown: boolean;
}

/**
 * Chooses the step and the zone that an address names: `?step=5&zone=brabant-wallon`, as the empty places of the coverage do.
 * What the form does not have is left aside.
 */
export function prefillSubmission(
  query: URLSearchParams,
  { steps, zones }: Pick<FormPage, 'steps' | 'zones'>,
): Prefilled {
  const choices = [
    { asked: query.getAll('step'), field: 'steps', values: steps.map(({ number }) => String(number)) },
    { asked: query.getAll('zone'), field: 'zones', values: zones.map(({ slug }) => slug) },
  ];
  const typed = new FormData();
  for (const { asked, field, values } of choices) {
    const [value] = asked;
    if (value !== undefined && values.includes(value)) typed.append(field, value);
  }
  return {
    typed,
    isKnown: choices.every(({ asked, field }) => asked.length === typed.getAll(field).length),
  };
}
