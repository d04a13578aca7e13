import { contract as charter, type CharterPage, type StepPage } from '@s-tetic/cms/contracts/charter';
import type { Visit } from '../../lib/visit.ts';

/** The whole charter. @throws {CmsUnavailable} */
export function findCharter(visit: Visit): Promise<CharterPage | undefined> {
  return visit.read(charter, 'charter');
}

/** One step, by the end of its address, with the resources and questions that concern it. @throws {CmsUnavailable} */
export function findStep(visit: Visit, slug: string): Promise<StepPage | undefined> {
  return visit.read(charter, 'step', { params: { slug } });
}
