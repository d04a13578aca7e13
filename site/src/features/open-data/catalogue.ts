import type { OpenDataPage } from '@s-tetic/cms/contracts/open-data';
import type { Frame } from '@s-tetic/cms/contracts/pages';
import type { Words } from '../../i18n/words.ts';
import { paths } from '../../lib/paths.ts';
import type { AddressOf } from '../../lib/sitemap.ts';
import type { Thing } from '../../lib/structured-data.ts';
import { dataFiles, filesOf, mediaTypes, type DataFileName } from './data-files.ts';

/** What the catalogue is made of. */
export interface Catalogued extends Pick<OpenDataPage, 'text' | 'resources' | 'charter'> {
  readonly locale: string;
  readonly frame: Pick<Frame, 'settings' | 'locales'>;
  readonly t: Words;
  /** The address of the public API, without a slash at its end. */
  readonly api: string;
}

const authority = 'http://publications.europa.eu/resource/authority';
const licence = { '@id': `${authority}/licence/CC_BY_4_0` };
const fileTypes = { csv: 'CSV', json: 'JSON', jsonld: 'JSON_LD' } as const;
const languages: Readonly<Record<string, string>> = { fr: 'FRA', en: 'ENG', nl: 'NLD', de: 'DEU' };

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'dct:modified': { '@type': 'xsd:dateTime' },
};

/**
 * The catalogue of the open data as DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/), which portals harvest:
 * the two datasets, each of their files in each language, and the API. Values come from the vocabularies of the European Union.
 */
export function renderCatalogue(catalogued: Catalogued, addressOf: AddressOf): Thing {
  const { text, resources, charter, locale, frame, t, api } = catalogued;
  const page = addressOf('fr', paths.openData);
  const say = (value: string) => ({ '@value': value, '@language': locale });
  const publisher = publisherOf(frame.settings);
  const spoken = frame.locales.flatMap(({ code }) => languageOf(code));
  const modified = [resources.updatedAt, charter.updatedAt]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);

  const datasets = [
    { id: 'resources', anchor: 'ressources', updatedAt: resources.updatedAt },
    { id: 'charter', anchor: 'charte', updatedAt: charter.updatedAt },
  ] as const;
  return {
    '@context': context,
    '@id': `${addressOf('fr', paths.dataFile('catalogue.jsonld'))}#catalogue`,
    '@type': 'dcat:Catalog',
    'dct:title': say(`${text.title} · ${frame.settings.siteName}`),
    'dct:description': say(text.summary),
    'dct:publisher': publisher,
    'dct:language': spoken,
    'dct:license': licence,
    ...(modified && { 'dct:modified': modified }),
    'foaf:homepage': { '@id': page },
    'dcat:themeTaxonomy': { '@id': `${authority}/data-theme` },
    'dcat:dataset': datasets.map(({ id, anchor, updatedAt }) => ({
      '@id': `${page}#${anchor}`,
      '@type': 'dcat:Dataset',
      'dct:title': say(t(`data.${id}.title`)),
      'dct:description': say(t(`data.${id}.text`)),
      'dct:publisher': publisher,
      ...contactOf(frame.settings),
      'dct:language': spoken,
      ...(updatedAt && { 'dct:modified': updatedAt }),
      'dct:accrualPeriodicity': { '@id': `${authority}/frequency/UPDATE_CONT` },
      'dct:spatial': { '@id': `${authority}/country/BEL` },
      'dcat:theme': [{ '@id': `${authority}/data-theme/ECON` }, { '@id': `${authority}/data-theme/TECH` }],
      'dcat:landingPage': { '@id': page },
      'dcat:distribution': frame.locales.flatMap(({ code }) =>
        filesOf(id).map((name) => distributionOf(name, code, page, addressOf)),
      ),
    })),
    'dcat:service': {
      '@id': `${api}/openapi`,
      '@type': 'dcat:DataService',
      'dct:title': say(t('data.api.title')),
      'dcat:endpointURL': { '@id': api },
      'dcat:endpointDescription': { '@id': `${api}/openapi` },
      'dct:license': licence,
      'dcat:servesDataset': datasets.map(({ anchor }) => ({ '@id': `${page}#${anchor}` })),
    },
  };
}

function distributionOf(name: DataFileName, locale: string, page: string, addressOf: AddressOf): Thing {
  const { format } = dataFiles[name];
  const file = { '@id': addressOf(locale, paths.dataFile(name)) };
  return {
    '@id': `${file['@id']}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': { '@value': name, '@language': locale },
    'dcat:accessURL': { '@id': page },
    'dcat:downloadURL': file,
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaTypes[format]}` },
    'dct:format': { '@id': `${authority}/file-type/${fileTypes[format]}` },
    'dct:language': languageOf(locale),
    'dct:license': licence,
  };
}

function publisherOf({ operator, operatorUrl }: Frame['settings']): Thing {
  return {
    ...(operatorUrl && { '@id': operatorUrl, 'foaf:homepage': { '@id': operatorUrl } }),
    '@type': 'foaf:Agent',
    'foaf:name': operator,
  };
}

function contactOf({ operator, contactMailbox }: Frame['settings']): Thing {
  if (!contactMailbox) return {};
  return {
    'dcat:contactPoint': {
      '@type': 'vcard:Organization',
      'vcard:fn': operator,
      'vcard:hasEmail': { '@id': `mailto:${contactMailbox}` },
    },
  };
}

/** Languages of the vocabulary only: of another one nothing is said rather than something that does not resolve. */
function languageOf(code: string): Thing[] {
  const name = languages[code];
  return name ? [{ '@id': `${authority}/language/${name}` }] : [];
}
