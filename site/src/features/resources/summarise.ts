import type { FormPage } from '@s-tetic/cms/contracts/resources';
import { languageName, listOf } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';
import { experienceField } from './submission.ts';

/** One answer of a form, as it is read again before it is sent. */
export interface Answer {
  /** The `id` of the box to change it in. */
  readonly field: string;
  readonly question: string;
  /** Undefined where an optional question was left. */
  readonly answer: string | undefined;
}

/** Every question of the form with its answer, in the order of the form; of the steps, those that were chosen. */
export function summarise(
  typed: FormData,
  { steps, zones }: Pick<FormPage, 'steps' | 'zones'>,
  t: Words,
  locale: string,
): Answer[] {
  const textOf = (name: string) => {
    const value = typed.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const row = (field: string, question: string, answer = textOf(field)): Answer => ({ field, question, answer });
  const chosen = (name: string) => typed.getAll(name).map(String);
  const kind = textOf('kind') === 'public' ? t('form.kindPublic') : t('form.kindPrivate');
  const named = zones.filter(({ slug }) => chosen('zones').includes(slug)).map(({ name }) => name);
  const spoken = chosen('languages').map((code) => languageName(code, locale));
  const taken = steps.filter(({ number }) => chosen('steps').includes(String(number)));
  return [
    row('name', t('form.name')),
    row('kind', t('form.kind'), kind),
    row('zones', t('resource.zones'), listOf(named, locale)),
    row('languages', t('resource.languages'), listOf(spoken, locale)),
    row('website', t('form.website')),
    row('email', t('form.contactEmail')),
    row('summary', t('form.summary')),
    row('description', t('form.description')),
    ...taken.map(({ number, title }) => {
      const since = textOf(experienceField(number, 'since'));
      const lines = [
        textOf(experienceField(number, 'text')),
        since && t('resource.since', { year: since }),
        textOf(experienceField(number, 'reference')),
      ];
      const answer = lines.filter(Boolean).join('\n');
      return row(experienceField(number, 'text'), t('step.named', { number, title }), answer);
    }),
    ...(taken.length > 4 ? [row('justification', t('form.justification'))] : []),
  ];
}
