import { paths } from '../../lib/paths.ts';

/** The Atom feeds of the site, each in the language of its address. */
export const feeds = [
  { name: 'feed.resources', path: paths.resourcesFeed },
  { name: 'feed.faq', path: paths.faqFeed },
  { name: 'feed.comments', path: paths.commentsFeed },
] as const;
