import type { ResourcesPage } from '@s-tetic/cms/contracts/resources';
import { renderFeed } from '../../lib/atom.ts';
import { paths } from '../../lib/paths.ts';
import { siteAddress } from '../../lib/site-address.ts';
import type { Visit } from '../../lib/visit.ts';

/** The newest resources, as a feed in the language of the visit. */
export function renderResourceFeed({ resources }: ResourcesPage, { locale, t, frame }: Visit): string {
  return renderFeed({
    title: `${t('feed.resources')} · ${frame.settings.siteName}`,
    language: locale,
    address: siteAddress(locale, paths.resourcesFeed),
    page: siteAddress(locale, paths.resources),
    author: frame.settings.operator,
    entries: resources.map((resource) => ({
      title: resource.name,
      language: resource.lang,
      address: siteAddress(locale, paths.resource(resource)),
      updatedAt: resource.updatedAt,
      summary: resource.summary,
    })),
  });
}
