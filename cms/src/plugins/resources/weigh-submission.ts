import { say } from '@s-tetic/config/words';
import type { Core } from '@strapi/strapi';
import { canonicalLocale } from '../../lib/locales';
import { pathOf } from '../../lib/page';
import type { Duplicate, ModeratedType } from '../moderation/moderated-types';
import { contract } from './contract';
import { alike, findNear } from './find-near';

interface Submission {
  readonly name: string;
  readonly website: string | null;
  readonly listing: string | null;
  readonly experiences: readonly unknown[];
}

const readSubmission = (strapi: Core.Strapi, documentId: string): Promise<Submission> =>
  strapi.db
    .query('plugin::resources.submission')
    .findOne({ where: { documentId }, populate: { experiences: { select: ['id'] } } });

/** The listings, and the other submissions that wait, that may be of the same organisation. */
export const findDuplicatesOf: NonNullable<ModeratedType['findDuplicates']> = async (strapi, { documentId }) => {
  const { name, website, listing } = await readSubmission(strapi, documentId);
  const near = await findNear(strapi, { name, website: website ?? undefined });
  const listed = near
    .filter((found) => found.documentId !== listing)
    .map((found): Duplicate => ({
      title: found.name,
      path: pathOf(contract, 'resource', { slug: found.slug }),
      why: say(canonicalLocale, `form.near.${found.why}`),
    }));
  return [...listed, ...(await findOthersWaiting(strapi, documentId, name))];
};

async function findOthersWaiting(strapi: Core.Strapi, documentId: string, name: string): Promise<Duplicate[]> {
  const { rows } = await strapi.db.connection.raw(
    `SELECT name FROM resources_submissions
    WHERE state = 'pending' AND document_id <> ? AND similarity(fold_words(name), fold_words(?)) >= ?
    ORDER BY sent_at LIMIT 5`,
    [documentId, name, alike],
  );
  return (rows as { name: string }[]).map((row) => ({
    title: row.name,
    why: say(canonicalLocale, 'moderation.near.waiting'),
  }));
}

/** Few are at ease with more than four steps. */
export const findFlagsOf: NonNullable<ModeratedType['findFlags']> = async (strapi, { documentId }) => {
  const { experiences } = await readSubmission(strapi, documentId);
  return experiences.length > 4
    ? [say(canonicalLocale, 'moderation.flag.manySteps', { count: experiences.length })]
    : [];
};
