import type { Core } from '@strapi/strapi';
import { documents, type Row } from '../../lib/documents';
import { pathOf } from '../../lib/page';
import { Refusal } from '../../lib/refusal';
import { siteAddress } from '../../lib/site-address';
import { postMail } from '../mail/post-mail';
import type { ModeratedType } from '../moderation/moderated-types';
import { contract as resources } from '../resources/contract';
import { confirmListing } from './act-on-listing';
import { findListing, noteOnListing } from './listing';
import { type Change, mergeRevision, pick } from './merge-revision';
import { revisionUid } from './proposal';
import { findUpkeep } from './upkeep';
import { inOneLanguage, readVersions, type Revisable, revisable, valuesOf } from './versions';
import { writeListing } from './write-listing';

interface Revision extends Row {
  readonly listing: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly changed: readonly Revisable[];
  readonly before: Before | null;
}

/** What an acceptance replaced, for who goes back on it. */
interface Before {
  readonly accepted: readonly Revisable[];
  readonly changes: readonly Change[];
  readonly checked: { readonly checkedAt: string | null; readonly checkedBy: string | null };
}

const readRevision = async (strapi: Core.Strapi, documentId: string): Promise<Revision> =>
  (await documents(strapi, revisionUid).findOne({
    documentId,
    populate: { zones: true, experiences: true },
  })) as Revision;

/** Puts the accepted changes on the site, and keeps what they replace. Changing a listing also confirms the rest of it. */
export const applyRevision: NonNullable<ModeratedType['onApproved']> = async (strapi, { documentId, fields }) => {
  const revision = await readRevision(strapi, documentId);
  const { listing, language } = revision;
  const accepted = revision.changed.filter((name) => fields === undefined || fields.includes(name));
  const versions = await readVersions(strapi, listing, language);
  if (!versions) throw new Refusal(409, 'error.unknownListing');
  const { french, translation } = versions;
  const current = { french: valuesOf(french), translation: translation && valuesOf(translation) };
  const changes = mergeRevision(current, valuesOf(revision), accepted, language);
  const before: Before = {
    accepted,
    changes: changes.map(({ locale, values }) => ({
      locale,
      values: pick(locale === language && current.translation ? current.translation : current.french, namesIn(values)),
    })),
    checked: { checkedAt: french['checkedAt'] as string | null, checkedBy: french['checkedBy'] as string | null },
  };
  for (const { locale, values } of changes) await writeListing(strapi, listing, locale, values);
  await strapi.db.query(revisionUid).update({ where: { documentId }, data: { before } });
  const [upkeep, found] = [await findUpkeep(strapi, listing), await findListing(strapi, listing)];
  if (upkeep && found) await confirmListing(strapi, { upkeep, listing: found }, new Date());
};

const namesIn = (values: object) => Object.keys(values) as Revisable[];

/** Puts back what an acceptance replaced, and says that the decision is open again. */
export const undoRevision: NonNullable<ModeratedType['onUndone']> = async (strapi, { documentId, decision, at }) => {
  const { listing, name, email, language, before } = await readRevision(strapi, documentId);
  if (decision === 'approved' && before) {
    for (const { locale, values } of before.changes) await writeListing(strapi, listing, locale, values);
    await noteOnListing(strapi, listing, before.checked);
    await strapi.db.query(revisionUid).update({ where: { documentId }, data: { before: null } });
  }
  if (decision === 'spam') return;
  await postMail(strapi, {
    cause: `revision ${documentId} undone ${at.toISOString()}`,
    to: email,
    locale: language,
    write: (say) => ({
      subject: say('mail.revision.undone.subject', { name }),
      parts: [say('mail.revision.undone.text')],
    }),
  });
};

/** Tells an owner what became of their changes. Spam calls for no answer; what is asked of them the desk asks itself. */
export const tellOwner: NonNullable<ModeratedType['onDecided']> = async (
  strapi,
  { documentId, decision, reason, at },
) => {
  if (decision !== 'approved' && decision !== 'refused') return;
  const { listing, name, email, language, changed, before } = await readRevision(strapi, documentId);
  const found = await findListing(strapi, listing);
  const isPartial = (before?.accepted.length ?? 0) < changed.length;
  await postMail(strapi, {
    cause: `revision ${documentId} ${decision} ${at.toISOString()}`,
    to: email,
    locale: language,
    write: (say) =>
      decision === 'refused'
        ? {
            subject: say('mail.revision.refused.subject', { name }),
            parts: [say('mail.revision.refused.text'), reason ?? ''],
          }
        : {
            subject: say('mail.revision.approved.subject', { name: found?.name ?? name }),
            parts: [
              say(isPartial ? 'mail.revision.partly.text' : 'mail.revision.approved.text'),
              ...(reason ? [reason] : []),
              ...(found
                ? [
                    {
                      link: siteAddress(pathOf(resources, 'resource', { ...found }), language),
                      label: say('mail.listing.approved.link'),
                    },
                  ]
                : []),
            ],
          },
  });
};

/** What is public of the listing, in the language of the proposal, for its difference to be seen. */
export const readPublicListing: NonNullable<ModeratedType['readPublic']> = async (strapi, { documentId }) => {
  const { listing, language } = await readRevision(strapi, documentId);
  const versions = await readVersions(strapi, listing, language);
  if (!versions) return undefined;
  const row = inOneLanguage(versions);
  return Object.fromEntries(revisable.map((name) => [name, row[name] ?? undefined]));
};

export const describeRevision: NonNullable<ModeratedType['describe']> = async (strapi, { documentId }) => {
  const { listing, name } = await readRevision(strapi, documentId);
  const found = await findListing(strapi, listing);
  return {
    title: name,
    ...(found && { context: { label: found.name, path: pathOf(resources, 'resource', { ...found }) } }),
  };
};
