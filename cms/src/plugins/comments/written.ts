import type { Core } from '@strapi/strapi';
import { siteAddress } from '../../lib/site-address';

/** What mails about a comment are made from. */
export interface Written {
  readonly documentId: string;
  readonly publicKey: string;
  /** The key of the comment that it answers. */
  readonly inReplyTo: string | null;
  readonly author: string;
  readonly text: string;
  readonly email: string | null;
  readonly language: string;
  /** Of its page when it was sent. */
  readonly path: string;
  /** `<uid>:<documentId>` of its page. */
  readonly target: string;
  readonly audience: 'publish' | 'remark';
  readonly state: string;
  readonly decidedAt: string | null;
}

export const findWritten = (strapi: Core.Strapi, documentId: string): Promise<Written | null> =>
  strapi.db.query('plugin::comments.comment').findOne({ where: { documentId } });

/** Where a comment is read. */
export const addressOf = ({ path, language, publicKey }: Pick<Written, 'path' | 'language' | 'publicKey'>): string =>
  `${siteAddress(path, language)}#c-${publicKey}`;
