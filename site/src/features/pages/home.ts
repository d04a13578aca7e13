import { contract as pages, type HomePage } from '@s-tetic/cms/contracts/pages';
import type { Visit } from '../../lib/visit.ts';

/** What the home page shows. @throws {CmsUnavailable} */
export function findHome(visit: Visit): Promise<HomePage | undefined> {
  return visit.read(pages, 'home');
}
