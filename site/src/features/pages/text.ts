import { contract as pages, type TextPage } from '@s-tetic/cms/contracts/pages';
import type { Visit } from '../../lib/visit.ts';

/** A page of text by the end of its address. @throws {CmsUnavailable} */
export function findText(visit: Visit, slug: string): Promise<TextPage | undefined> {
  return visit.read(pages, 'page', { params: { slug } });
}
