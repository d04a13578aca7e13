import { canonicalLocale } from '../../lib/locales';
import { type Experience, type Revisable, shared, texts, type Values } from './versions';

export interface Change {
  readonly locale: string;
  readonly values: Values;
}

/** The values of a listing in French, and in the language that its owner writes where it is translated. */
export interface Merged {
  readonly french: Values;
  readonly translation?: Values | undefined;
}

/**
 * What is to be written, language by language, for the accepted attributes of a proposal.
 * French is canonical: it takes what all languages share. A text goes to the language that it was written in; where nobody
 * has translated it into French, which then says the same, it goes there too.
 */
export function mergeRevision(
  { french, translation }: Merged,
  proposed: Values,
  accepted: readonly Revisable[],
  language: string,
): Change[] {
  if (!translation) return [{ locale: canonicalLocale, values: pick(proposed, accepted) }];
  const acceptedTexts = texts.filter((name) => accepted.includes(name));
  const untranslated = acceptedTexts.filter((name) => name !== 'experiences' && french[name] === translation[name]);
  const toFrench = {
    ...pick(
      proposed,
      shared.filter((name) => accepted.includes(name)),
    ),
    ...pick(proposed, untranslated),
    ...(accepted.includes('experiences') && { experiences: keepFrench(french, translation, proposed) }),
  };
  return [
    { locale: canonicalLocale, values: toFrench },
    { locale: language, values: pick(proposed, acceptedTexts) },
  ].filter(({ values }) => Object.keys(values).length > 0);
}

/** The proposed experiences, with the French texts of those that somebody translated. */
function keepFrench(french: Values, translation: Values, proposed: Values): Experience[] {
  const inFrench = byStep(french);
  const inTheirs = byStep(translation);
  return (proposed.experiences as Experience[]).map((experience) => {
    const known = inFrench.get(experience.stepNumber);
    const isTranslated = known && known.text !== inTheirs.get(experience.stepNumber)?.text;
    return isTranslated ? { ...experience, text: known.text, reference: known.reference } : experience;
  });
}

const byStep = ({ experiences }: Values) =>
  new Map((experiences as Experience[]).map((experience) => [experience.stepNumber, experience]));

export const pick = (values: Values, names: readonly Revisable[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name]]));

/** The attributes that a proposal would change. */
export const changedIn = (current: Values, proposed: Values, names: readonly Revisable[]): Revisable[] =>
  names.filter((name) => JSON.stringify(current[name]) !== JSON.stringify(proposed[name]));
