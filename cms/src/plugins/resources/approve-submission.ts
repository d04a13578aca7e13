import type { Core } from '@strapi/strapi';
import { documents, type Row } from '../../lib/documents';
import { canonicalLocale } from '../../lib/locales';
import { dayOf } from '../listings/ladder';
import { findUpkeep, giveListing } from '../listings/upkeep';

const submissionUid = 'plugin::resources.submission';
const resourceUid = 'plugin::resources.resource';

/** Publishes the resource that a provider described, and gives it to them. Runs in the transaction of the decision. */
export async function approveSubmission(strapi: Core.Strapi, { documentId }: { documentId: string }): Promise<void> {
  const submission = await documents(strapi, submissionUid).findOne({
    documentId,
    populate: { zones: { fields: ['documentId'] }, experiences: true },
  });
  const { email, language } = submission as Row & { email: string; language: string };
  const listing = (await publishAgain(strapi, submission!)) ?? (await publishFirst(strapi, submission!));
  if (!(await findUpkeep(strapi, listing))) await giveListing(strapi, { listing, email, language });
}

async function publishFirst(strapi: Core.Strapi, submission: Row): Promise<string> {
  const { locale, ...texts } = resourceOf(submission);
  const resources = documents(strapi, resourceUid);
  const { documentId } = await resources.create({ locale: canonicalLocale, status: 'published', data: texts });
  // What was written in another language is also its text in that language, until someone gives the French.
  if (locale !== canonicalLocale) await resources.update({ documentId, locale, status: 'published', data: texts });
  await documents(strapi, submissionUid).update({ documentId: submission.documentId, data: { listing: documentId } });
  return documentId;
}

/** A listing whose approval was taken back is still there, with what staff made of it since. */
async function publishAgain(strapi: Core.Strapi, { listing }: Row): Promise<string | undefined> {
  const drafts: { locale: string }[] = await strapi.db
    .query(resourceUid)
    .findMany({ select: ['locale'], where: { documentId: listing ?? '', publishedAt: null } });
  for (const { locale } of drafts)
    await documents(strapi, resourceUid).publish({ documentId: listing as string, locale });
  return drafts.length > 0 ? (listing as string) : undefined;
}

function resourceOf(submission: Row) {
  const zones = submission['zones'] as { documentId: string }[];
  const experiences = submission['experiences'] as {
    stepNumber: number;
    text: string;
    since?: number;
    reference?: string;
  }[];
  return {
    locale: submission['language'] as string,
    name: submission['name'],
    kind: submission['kind'],
    website: submission['website'],
    languages: submission['languages'],
    summary: submission['summary'],
    description: submission['description'],
    experiences: experiences.map(({ stepNumber, text, since, reference }) => ({ stepNumber, text, since, reference })),
    zones: zones.map((zone) => zone.documentId),
    origin: 'provider',
    checkedAt: dayOf(new Date()),
    checkedBy: submission['name'],
  };
}
