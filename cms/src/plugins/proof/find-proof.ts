import type { Core } from '@strapi/strapi';
import { findLink, type Subject } from '../links/link';
import { moderatedTypes, type ModeratedType } from '../moderation/moderated-types';
import type { ProofAnswer } from './contract';

export interface Unproven {
  readonly id: number;
  readonly state: string;
  readonly email: string;
  readonly language: string;
  readonly sentAt: string;
}

export interface Proof {
  readonly subject: Subject;
  readonly type: ModeratedType;
  readonly row: Unproven;
  readonly isExpired: boolean;
}

/** What a token would confirm, or did; undefined when there is no such link, or what it was for is erased. */
export async function findProof(strapi: Core.Strapi, token: string, now: Date): Promise<Proof | undefined> {
  const link = await findLink(strapi, 'confirm', token);
  const type = link && moderatedTypes(strapi).find(({ uid }) => uid === link.subject.uid);
  if (!type) return undefined;
  const { subject, expiresAt } = link;
  const row: Unproven | null = await strapi.db.query(type.uid).findOne({ where: { documentId: subject.documentId } });
  return row ? { subject, type, row, isExpired: expiresAt <= now } : undefined;
}

/** What the bearer of the link is told. What is confirmed stays so, however old the link. */
export function tellProof(proof: Proof | undefined): ProofAnswer {
  if (!proof) return { state: 'unknown' };
  const { type, row, isExpired } = proof;
  const isConfirmed = row.state !== 'unconfirmed';
  return {
    state: isConfirmed ? 'confirmed' : isExpired ? 'expired' : 'open',
    kind: type.uid.replace('plugin::', ''),
    sentAt: new Date(row.sentAt).toISOString(),
  };
}
