import type { FaqPage } from '@s-tetic/cms/contracts/faq';
import { renderFeed } from '../../lib/atom.ts';
import { renderMarkdown } from '../../lib/markdown.ts';
import { paths } from '../../lib/paths.ts';
import { siteAddress } from '../../lib/site-address.ts';
import type { Visit } from '../../lib/visit.ts';

/** The questions, those that changed last first, as a feed in the language of the visit. */
export function renderFaqFeed({ groups }: FaqPage, { locale, t, frame }: Visit): string {
  return renderFeed({
    title: `${t('feed.faq')} · ${frame.settings.siteName}`,
    language: locale,
    address: siteAddress(locale, paths.faqFeed),
    page: siteAddress(locale, paths.faq),
    author: frame.settings.operator,
    entries: groups.flatMap(({ entries }) =>
      entries.map((entry) => ({
        title: entry.question,
        language: entry.lang,
        address: siteAddress(locale, paths.question(entry)),
        updatedAt: entry.updatedAt,
        html: renderMarkdown(entry.answer, { locale }),
      })),
    ),
  });
}
