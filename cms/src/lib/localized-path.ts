import { canonicalLocale } from './locales';

/** The address on the site of a path in a language: `localizedPath('/faq', 'en')` // => '/en/faq'; French has no prefix. */
export const localizedPath = (path: string, locale: string): string =>
  locale === canonicalLocale ? path : path === '/' ? `/${locale}` : `/${locale}${path}`;
