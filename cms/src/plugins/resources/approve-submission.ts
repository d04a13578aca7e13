import type { Core } from '@strapi/strapi';
import { documents, type Row } from '../../lib/documents';
import { canonicalLocale } from '../../lib/locales';

/** Publishes the resource that a provider described. Runs in the transaction of the decision. */
export async function approveSubmission(strapi: Core.Strapi, { documentId }: { documentId: string }): Promise<void> {
  const submission = await documents(strapi, 'plugin::resources.submission').findOne({
    documentId,
    populate: { zones: { fields: ['documentId'] }, experiences: true },
  });
  const { locale, ...texts } = resourceOf(submission!);
  const resources = documents(strapi, 'plugin::resources.resource');
  const created = await resources.create({ locale: canonicalLocale, status: 'published', data: texts });
  await documents(strapi, 'plugin::resources.submission').update({ documentId, data: { listing: created.documentId } });
  // What was written in another language is also its text in that language, until someone gives the French.
  if (locale !== canonicalLocale) {
    await resources.update({ documentId: created.documentId, locale, status: 'published', data: texts });
  }
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
  };
}
