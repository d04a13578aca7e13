import { FRENCH } from '../i18n/locale.ts';

interface Addressed {
  readonly slug: string;
}

/** The addresses of the site without locale, as functions of what they show. `localized` adds the language. */
export const paths = {
  home: '/',
  charter: '/charte',
  step: ({ slug }: Addressed) => `/charte/${slug}`,
  resources: '/ressources',
  resourcesOf: (filters: Readonly<Record<string, string | number>>) =>
    `/ressources?${new URLSearchParams(Object.entries(filters).map(([name, value]) => [name, String(value)]))}`,
  resource: ({ slug }: Addressed) => `/ressources/${slug}`,
  resourcesFeed: '/ressources/feed.xml',
  register: '/ressources/inscrire',
  registered: (reference: string) => `/ressources/inscrire/merci?${new URLSearchParams({ reference })}`,
  comment: '/commenter',
  faq: '/faq',
  faqFeed: '/faq/feed.xml',
  question: ({ slug }: Addressed) => `/faq#${slug}`,
  tours: '/webtour',
  tour: ({ slug }: Addressed) => `/webtour/${slug}`,
  stop: (tour: Addressed, stop: Addressed) => `/webtour/${tour.slug}/${stop.slug}`,
  page: ({ slug }: Addressed) => `/${slug}`,
} as const;

/**
 * The address of a path in a language: French has no prefix.
 * `localized('/charte', 'en')` // => '/en/charte'; `localized('/', 'en')` // => '/en'
 */
export function localized(path: string, locale: string): string {
  if (locale === FRENCH) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** Whether `path` is `section` or below it: `isWithin('/charte/se-connaitre', '/charte')` // => true */
export function isWithin(path: string, section: string): boolean {
  return path === section || (section !== '/' && path.startsWith(`${section}/`));
}
