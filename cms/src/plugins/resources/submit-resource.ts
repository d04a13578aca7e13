import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { fingerprintOf, isAlreadyStored } from '../../lib/fingerprint';
import { canonicalLocale } from '../../lib/locales';
import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import type { SubmissionInput } from './contract';
import { nextReference } from './reference';

/** Keeps what a provider sent until a moderator decides. The same answers sent twice are kept once. */
export const submitResource: WriteHandler = async (strapi, body) => {
  const { nickname, ...answers } = body as unknown as SubmissionInput;
  const reference = await nextReference(strapi);
  // Whatever filled the field that people do not see is told what people are told.
  if (nickname) return { reference };

  const zones = await findZoneIds(strapi, answers.zones);
  const fingerprint = fingerprintOf(answers);
  try {
    await documents(strapi, 'plugin::resources.submission').create({
      data: {
        ...answers,
        reference,
        fingerprint,
        zones,
        languages: answers.languages.join(', '),
        language: answers.locale,
        sentAt: new Date(),
        state: 'pending',
      },
    });
  } catch (error) {
    if (!isAlreadyStored(error)) throw error;
    const first = await strapi.db
      .query('plugin::resources.submission')
      .findOne({ select: ['reference'], where: { fingerprint } });
    throw new Refusal(409, 'error.duplicate', { reference: first.reference }, { reference: first.reference });
  }
  return { reference };
};

async function findZoneIds(strapi: Core.Strapi, slugs: readonly string[]): Promise<string[]> {
  const zones: { documentId: string; slug: string }[] = await strapi.db
    .query('plugin::resources.zone')
    .findMany({ select: ['documentId', 'slug'], where: { slug: { $in: slugs }, locale: canonicalLocale } });
  const unknown = slugs.findIndex((slug) => !zones.some((zone) => zone.slug === slug));
  if (unknown >= 0) {
    const values = { value: slugs[unknown]! };
    throw new Refusal(422, 'error.unknownZone', values, {
      issues: [{ path: ['zones', unknown], key: 'error.unknownZone', values }],
    });
  }
  return zones.map(({ documentId }) => documentId);
}
