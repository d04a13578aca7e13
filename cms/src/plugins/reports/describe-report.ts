import { say } from '@s-tetic/config/words';
import type { Core } from '@strapi/strapi';
import { findPageOf } from '../../lib/find-pages-of';
import type { Description } from '../moderation/moderated-types';
import { flagReports } from './flag-reports';
import { findReport } from './report';

/** What moderators read in place of a title, and the page to look at. */
export async function describeReport(
  strapi: Core.Strapi,
  { documentId }: { documentId: string },
): Promise<Description> {
  const { kind, name, subject, path } = await findReport(strapi, documentId);
  const page = await findPageOf(strapi, subject);
  return {
    title: say('fr', `report.desk.${kind}`, { name }),
    context: { label: page?.title ?? path, path: page?.path ?? path },
  };
}

/** Who else reported the same thing, and what each decision does here. */
export async function flagReport(strapi: Core.Strapi, { documentId }: { documentId: string }): Promise<string[]> {
  const { kind, subject } = await findReport(strapi, documentId);
  return [...(await flagReports(strapi, subject, { without: documentId })), say('fr', `report.effect.${kind}`)];
}
