import type { Core } from '@strapi/strapi';
import type { Row } from '../../lib/documents';
import { canonicalLocale } from '../../lib/locales';
import { Refusal } from '../../lib/refusal';
import { siteAddress } from '../../lib/site-address';
import type { Subject } from '../links/link';
import { findQuestions } from './ask-sender';
import { compareFields } from './compare-fields';
import { findModeratedType, versionOf } from './hold-item';
import type { ModeratedType } from './moderated-types';
import type { Item, Waiting } from './panel';
import { readPublic, readSent, sentAttributes } from './public-fields';

const excerptLength = 160;

/** What something that was sent is called: by its feature, or else by the main field of its type. */
export async function titleOf(strapi: Core.Strapi, type: ModeratedType, documentId: string): Promise<string> {
  const described = await type.describe?.(strapi, { documentId });
  if (described?.title) return described.title;
  const { mainField } = type.contract.contentTypes[type.name]!;
  const row = await strapi.db.query(type.uid).findOne({ select: [mainField], where: { documentId } });
  return String(row?.[mainField] ?? '');
}

/** A document of a type that waits for moderators, as lists show it. */
export async function summarize(strapi: Core.Strapi, type: ModeratedType, row: Row): Promise<Waiting> {
  const { singular, mainField } = type.contract.contentTypes[type.name]!;
  const described = await type.describe?.(strapi, { documentId: row.documentId });
  return {
    uid: type.uid,
    documentId: row.documentId,
    kind: singular,
    title: described?.title ?? String(row[mainField]),
    excerpt: excerptOf(type, row),
    ...(row['audience'] === 'remark' && { isRemark: true as const }),
    sentAt: new Date(row['sentAt'] as string).toISOString(),
    version: versionOf(row.updatedAt),
  };
}

/**
 * One thing that was sent, with all that a decision needs, whether it waits or was decided.
 * @throws {Refusal} 404 when there is no such thing, or its sender has not confirmed their address
 */
export async function describeItem(strapi: Core.Strapi, { uid, documentId }: Subject): Promise<Item> {
  const type = findModeratedType(strapi, uid);
  const row = await readSent(strapi, type, documentId);
  if (!row || row['state'] === 'unconfirmed') throw new Refusal(404, 'moderation.unknown');
  const isWaiting = row['state'] === 'pending' || row['state'] === 'asked';
  const document = { documentId };
  const [summary, described, before, duplicates, flags, questions] = await Promise.all([
    summarize(strapi, type, row),
    type.describe?.(strapi, document),
    // Of what is decided, what is public is what it became.
    isWaiting ? readPublic(strapi, type, documentId) : undefined,
    type.findDuplicates?.(strapi, document) ?? [],
    type.findFlags?.(strapi, document) ?? [],
    findQuestions(strapi, { uid, documentId }),
  ]);
  const context = described?.context;
  return {
    ...summary,
    state: String(row['state']),
    ...(typeof row['decidedBy'] === 'string' && { decidedBy: row['decidedBy'] }),
    ...(context && { context: { label: context.label, address: siteAddress(context.path, canonicalLocale) } }),
    isEdit: before !== undefined,
    fields: compareFields(type, before, row),
    duplicates: duplicates.map(({ title, why, path }) => ({
      title,
      why,
      ...(path && { address: siteAddress(path, canonicalLocale) }),
    })),
    flags,
    questions,
    canBecomeQuestion: type.asQuestion !== undefined,
  };
}

/** The beginning of the first text that was written. */
function excerptOf(type: ModeratedType, row: Row): string {
  const text = sentAttributes(type).find(
    ([name, { type: kind }]) => (kind === 'text' || kind === 'richtext') && row[name],
  );
  const [first = ''] = text ? [String(row[text[0]]).replace(/\s+/g, ' ').trim()] : [];
  return first.length > excerptLength ? `${first.slice(0, excerptLength).trimEnd()}…` : first;
}
