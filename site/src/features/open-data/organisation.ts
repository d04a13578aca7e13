import type { OpenResource } from '@s-tetic/cms/contracts/open-data';
import { paths } from '../../lib/paths.ts';
import type { AddressOf } from '../../lib/sitemap.ts';
import type { Thing } from '../../lib/structured-data.ts';

/**
 * A resource as schema.org describes an organisation (https://schema.org/Organization), with what it offers at each step.
 * It is known by the address of its listing in French; what it does, by the concept of the step.
 *
 * @param locale of the pages that it leads to
 */
export function organisationOf(resource: OpenResource, locale: string, addressOf: AddressOf): Thing {
  const { name, summary, website, languages, zones, experiences } = resource;
  return {
    '@type': 'Organization',
    '@id': `${addressOf('fr', paths.resource(resource))}#organisation`,
    name,
    description: summary,
    ...(website && { url: website }),
    mainEntityOfPage: addressOf(locale, paths.resource(resource)),
    knowsLanguage: languages,
    areaServed: zones.map((zone) => ({ '@type': 'AdministrativeArea', name: zone.name })),
    makesOffer: experiences.map(({ step, text }) => ({
      '@type': 'Offer',
      itemOffered: {
        '@type': 'Service',
        name: step.title,
        category: addressOf('fr', paths.step(step)),
        description: text,
      },
    })),
  };
}
