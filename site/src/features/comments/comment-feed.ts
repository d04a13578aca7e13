import type { LatestComments, PageComments } from '@s-tetic/cms/contracts/comments';
import { type FeedEntry, renderFeed } from '../../lib/atom.ts';
import { paths } from '../../lib/paths.ts';
import { siteAddress } from '../../lib/site-address.ts';
import type { Visit } from '../../lib/visit.ts';
import { anchorOf } from './comment.ts';

/** What readers wrote and staff approved, those sent last first, as a feed in the language of the visit. */
export function renderCommentFeed({ comments }: LatestComments, visit: Visit): string {
  const { locale, t, frame } = visit;
  return renderFeed({
    title: `${t('feed.comments')} · ${frame.settings.siteName}`,
    language: locale,
    address: siteAddress(locale, paths.commentsFeed),
    page: siteAddress(locale, paths.home),
    author: frame.settings.operator,
    entries: comments.map(({ about, ...comment }) => entryOf(comment, about, visit)),
  });
}

/** The same for one page. */
export function renderPageFeed({ about, comments }: PageComments, visit: Visit): string {
  const { locale, t, frame } = visit;
  return renderFeed({
    title: `${t('feed.commentsOn', { page: about.title })} · ${frame.settings.siteName}`,
    language: locale,
    address: siteAddress(locale, paths.pageFeed(about.path)),
    page: siteAddress(locale, about.path),
    author: frame.settings.operator,
    entries: comments.map((comment) => entryOf(comment, about, visit)),
  });
}

type Comment = PageComments['comments'][number];

function entryOf(
  { key, author, text, lang, sentAt }: Comment,
  { path, title }: PageComments['about'],
  { locale, t }: Visit,
): FeedEntry {
  return {
    id: tagOf(key, sentAt),
    title: t('feed.commentOn', { author, page: title }),
    titleLanguage: locale,
    language: lang,
    address: siteAddress(locale, `${path}#${anchorOf(key)}`),
    author,
    updatedAt: sentAt,
    summary: text,
  };
}

/** A name that stays when the page of a comment moves (RFC 4151): `tag:example.org,2026-11-24:commentaires/1f3a…` */
function tagOf(key: string, sentAt: string): string {
  const { hostname } = new URL(siteAddress('fr', paths.home));
  return `tag:${hostname},${sentAt.slice(0, 10)}:commentaires/${key}`;
}
