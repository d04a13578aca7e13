import type { Core } from '@strapi/strapi';
import { documents, type Row } from '../../lib/documents';
import { isModerated } from '../../lib/moderated';
import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import { eraseLinksOf } from '../links/link';
import { leaves, postMail } from '../mail/post-mail';
import { eraseFromJournal } from '../moderation/journal';
import type { contract } from './contract';
import { findPersonal, findPublished } from './find-personal';
import { openAddress, subjectOf } from './personal-link';
import type { PersonalType } from './personal-types';

/**
 * Erases all that an address ever sent, in one transaction: what features keep and the links to it. Of what is public because
 * of it, its sender decides. One mail says that it is done, and nothing else.
 */
export const eraseData: WriteHandler<(typeof contract)['routes']['erase']> = async (strapi, body) => {
  const { token, locale, listings } = body;
  await strapi.db.transaction(async () => {
    const email = await openAddress(strapi, token);
    const kept = await findPersonal(strapi, email);
    const published = await findPublished(strapi, kept);
    if (published.length > 0 && !listings) throw undecided();
    // First: it is found by who manages it.
    if (listings === 'delete') for (const { remove } of published) await remove();
    for (const { type, rows } of kept) for (const row of rows) await eraseDocument(strapi, type, row, email);
    await eraseLinksOf(strapi, subjectOf(email));
    await postMail(strapi, {
      cause: `erased ${new Date().toISOString()}`,
      to: email,
      locale,
      write: (say) => ({ subject: say('mail.erased.subject'), parts: [say('mail.erased.text')] }),
    });
  });
  return { mail: leaves() ? 'sent' : 'kept' };
};

async function eraseDocument(strapi: Core.Strapi, personal: PersonalType, row: Row, email: string): Promise<void> {
  const { uid, type, addresses, remove } = personal;
  const { documentId } = row;
  await eraseLinksOf(strapi, { uid, documentId });
  await eraseFromJournal(strapi, { uid, documentId });
  if (remove) return remove(strapi, { documentId });
  if (isModerated(type)) {
    await documents(strapi, uid).delete({ documentId });
    return;
  }
  const theirs = addresses.filter((attribute) => String(row[attribute]).toLowerCase() === email);
  const forgotten = Object.fromEntries(theirs.map((attribute) => [attribute, null]));
  await strapi.db.query(uid).updateMany({ where: { documentId }, data: forgotten });
}

const undecided = () =>
  new Refusal(
    422,
    'error.choice',
    { field: 'listings' },
    {
      issues: [{ path: ['listings'], key: 'error.choice', values: {} }],
    },
  );
