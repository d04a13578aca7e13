import { documents } from '../../lib/documents';
import { fingerprintOf, isAlreadyStored } from '../../lib/fingerprint';
import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import { admitSender } from '../limits/admit-sender';
import { hashOfToday } from '../limits/hash-of-today';
import { networkOf } from '@s-tetic/config/network-of';
import type { contract, ReportInput } from './contract';
import { findSubject } from './find-subject';

/**
 * Keeps what a visitor reports, for the moderators to see at once: nothing of it is ever public, so nothing is to be proved.
 * The same report by the same visitor on one day is kept once; by several visitors, it weighs more.
 */
export const sendReport: WriteHandler<(typeof contract)['routes']['send']> = async (
  strapi,
  { website, locale, key, ...report }: ReportInput,
  sender,
) => {
  // Whatever filled the field that people do not see is told what people are told.
  if (website) return { state: 'received' };
  await admitSender(strapi, sender);
  const found = await findSubject(strapi, report.kind, key);
  if (!found) throw new Refusal(404, 'error.unknownSubject');
  const { subject, name, path } = found;
  const visitor = await hashOfToday(strapi, networkOf(sender.address));
  const data = {
    ...report,
    subject,
    name,
    path,
    language: locale,
    sentAt: new Date(),
    state: 'pending',
    fingerprint: fingerprintOf({ ...report, subject, visitor }),
  };
  try {
    await documents(strapi, 'plugin::reports.report').create({ data });
  } catch (error) {
    if (!isAlreadyStored(error)) throw error;
  }
  return { state: 'received' };
};
