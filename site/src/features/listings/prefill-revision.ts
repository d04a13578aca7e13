import type { Answers } from '@s-tetic/cms/contracts/listings';
import { experienceField } from '../resources/submission.ts';

/** What the form of a listing holds before its owner changes anything. */
export function prefillRevision({ languages, zones, experiences, ...once }: Answers): FormData {
  const typed = new FormData();
  for (const [name, value] of Object.entries(once)) if (value !== undefined) typed.set(name, value);
  for (const language of languages) typed.append('languages', language);
  for (const zone of zones) typed.append('zones', zone);
  for (const { stepNumber, text, since, reference } of experiences) {
    typed.append('steps', String(stepNumber));
    typed.set(experienceField(stepNumber, 'text'), text);
    if (since !== undefined) typed.set(experienceField(stepNumber, 'since'), String(since));
    if (reference !== undefined) typed.set(experienceField(stepNumber, 'reference'), reference);
  }
  return typed;
}
