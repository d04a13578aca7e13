import { readEnvironment } from '@s-tetic/config/environment';
import { localizedPath } from './localized-path';

/** Where readers open a path, for mails and the panel: `siteAddress('/ressources/agoria', 'en')` // => 'https://…/en/ressources/agoria' */
export const siteAddress = (path: string, locale: string): string =>
  readEnvironment(process.env, 'cms').SITE_URL + localizedPath(path, locale);
