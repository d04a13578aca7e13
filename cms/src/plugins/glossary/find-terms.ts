import type { Located } from '../../lib/overlay';
import type { ReadHandler } from '../../lib/public-routes';
import { contract as charter } from '../charter/contract';
import { findSection } from '../pages/find-section';
import { contract } from './contract';

/** Every term, in the alphabetical order of the reader's language, with the step it concerns. */
export const findTerms: ReadHandler = async (reader) => {
  const [section, terms, steps] = await Promise.all([
    findSection(reader, 'glossaire'),
    reader.list(contract, 'term', { populate: { step: { fields: ['number'] } } }),
    reader.list(charter, 'step'),
  ]);
  const withStep = (term: Located) => ({
    ...term,
    step: steps.find(({ number }) => number === numberOf(term['step'])),
  });
  const inOrder = new Intl.Collator(reader.locale);
  return (
    section && {
      ...section,
      terms: terms.map(withStep).sort((a, b) => inOrder.compare(nameOf(a), nameOf(b))),
    }
  );
};

const numberOf = (step: unknown) => (step as { number: number } | undefined)?.number;

const nameOf = (term: Readonly<Record<string, unknown>>) => term['name'] as string;
