import type { OpenCharter } from '@s-tetic/cms/contracts/open-data';
import { paths } from '../../lib/paths.ts';
import type { AddressOf } from '../../lib/sitemap.ts';
import type { Thing } from '../../lib/structured-data.ts';

type Step = OpenCharter['steps'][number];

/**
 * The charter as a SKOS concept scheme (https://www.w3.org/TR/skos-reference/): each step a concept, in their order.
 * The loop is told by XKOS (https://rdf-vocabulary.ddialliance.org/xkos.html), in which the last step is followed by the first.
 * A concept is known by the French address of its page, whatever the language that it is told in.
 */
export function conceptScheme(
  { charter, steps, updatedAt }: OpenCharter,
  licence: string,
  addressOf: AddressOf,
): Thing {
  const scheme = { '@id': addressOf('fr', paths.charter) };
  const conceptOf = (step: Pick<Step, 'slug'>) => ({ '@id': addressOf('fr', paths.step(step)) });
  return {
    '@context': {
      skos: 'http://www.w3.org/2004/02/skos/core#',
      dct: 'http://purl.org/dc/terms/',
      xkos: 'http://rdf-vocabulary.ddialliance.org/xkos#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      'dct:modified': { '@type': 'xsd:dateTime' },
      'skos:memberList': { '@container': '@list' },
    },
    '@graph': [
      {
        ...scheme,
        '@type': 'skos:ConceptScheme',
        'dct:title': textOf(charter, 'title'),
        'dct:description': textOf(charter, 'summary'),
        ...(updatedAt && { 'dct:modified': updatedAt }),
        'dct:license': { '@id': licence },
        'skos:hasTopConcept': steps.map(conceptOf),
      },
      {
        '@id': `${scheme['@id']}#etapes`,
        '@type': 'skos:OrderedCollection',
        'skos:memberList': steps.map(conceptOf),
      },
      ...steps.map((step, index) => ({
        ...conceptOf(step),
        '@type': 'skos:Concept',
        'skos:inScheme': scheme,
        'skos:topConceptOf': scheme,
        'skos:notation': String(step.number),
        'skos:prefLabel': textOf(step, 'title'),
        'skos:definition': textOf(step, 'summary'),
        'skos:scopeNote': textOf(step, 'purpose'),
        'xkos:next': conceptOf(steps[(index + 1) % steps.length]!),
      })),
    ],
  };
}

interface Told {
  readonly lang: string;
  readonly french?: readonly string[] | undefined;
}

/** A text with the language that it is in, which is French where the translation lacks it. */
function textOf<Item extends Told>(item: Item, field: keyof Item & string): Thing {
  return { '@value': item[field], '@language': item.french?.includes(field) ? 'fr' : item.lang };
}
