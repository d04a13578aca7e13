import type { OpenDataPage } from '@s-tetic/cms/contracts/open-data';
import type { Words } from '../../i18n/words.ts';
import { paths } from '../../lib/paths.ts';
import type { AddressOf } from '../../lib/sitemap.ts';
import type { Thing } from '../../lib/structured-data.ts';
import { dataFiles, filesOf, mediaTypes } from './data-files.ts';
import { licence } from './licence.ts';

/** The two datasets with their files, as search engines for data read them (https://schema.org/Dataset). */
export function dataCatalog(
  { resources, charter }: Pick<OpenDataPage, 'resources' | 'charter'>,
  { locale, t }: { readonly locale: string; readonly t: Words },
  addressOf: AddressOf,
): Thing[] {
  const datasets = [
    { id: 'resources', anchor: 'ressources', updatedAt: resources.updatedAt },
    { id: 'charter', anchor: 'charte', updatedAt: charter.updatedAt },
  ] as const;
  return datasets.map(({ id, anchor, updatedAt }) => ({
    '@type': 'Dataset',
    '@id': `${addressOf('fr', paths.openData)}#${anchor}`,
    name: t(`data.${id}.title`),
    description: t(`data.${id}.text`),
    url: addressOf(locale, paths.openData),
    license: licence.url,
    isAccessibleForFree: true,
    ...(updatedAt && { dateModified: updatedAt }),
    distribution: filesOf(id).map((name) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat: mediaTypes[dataFiles[name].format],
      contentUrl: addressOf(locale, paths.dataFile(name)),
    })),
  }));
}
