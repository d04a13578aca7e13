import type { LatestComments } from '@s-tetic/cms/contracts/comments';
import { renderFeed } from '../../lib/atom.ts';
import { paths } from '../../lib/paths.ts';
import { siteAddress } from '../../lib/site-address.ts';
import type { Visit } from '../../lib/visit.ts';

/** What readers wrote and staff approved, those sent last first, as a feed in the language of the visit. */
export function renderCommentFeed({ comments }: LatestComments, { locale, t, frame }: Visit): string {
  return renderFeed({
    title: `${t('feed.comments')} · ${frame.settings.siteName}`,
    language: locale,
    address: siteAddress(locale, paths.commentsFeed),
    page: siteAddress(locale, paths.home),
    author: frame.settings.operator,
    entries: comments.map(({ key, about, author, text, lang, sentAt }) => ({
      id: tagOf(key, sentAt),
      title: t('feed.commentOn', { author, page: about.title }),
      titleLanguage: locale,
      language: lang,
      address: siteAddress(locale, `${about.path}#commentaires`),
      author,
      updatedAt: sentAt,
      summary: text,
    })),
  });
}

/** A name that stays when the page of a comment moves (RFC 4151): `tag:example.org,2026-11-24:commentaires/1f3a…` */
function tagOf(key: string, sentAt: string): string {
  const { hostname } = new URL(siteAddress('fr', paths.home));
  return `tag:${hostname},${sentAt.slice(0, 10)}:commentaires/${key}`;
}
