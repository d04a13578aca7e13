import type { Core } from '@strapi/strapi';
import { findPageOf } from '../../lib/find-pages-of';
import { canonicalLocale } from '../../lib/locales';
import type { ReadHandler } from '../../lib/public-routes';
import { everyoneMayRead } from '../comments/public-comments';
import type { Reported, ReportKind } from './contract';

/** What is reported: as visitors see it, and as the CMS knows it. */
export interface Subject extends Reported {
  /** `<uid>:<documentId>` */
  readonly subject: string;
}

/** What a visitor points at, as long as it is public. */
export function findSubject(strapi: Core.Strapi, kind: string, key: string): Promise<Subject | undefined> {
  return finders[kind as ReportKind]?.(strapi, key) ?? Promise.resolve(undefined);
}

const finders: Readonly<Record<ReportKind, (strapi: Core.Strapi, key: string) => Promise<Subject | undefined>>> = {
  listing: findListing,
  comment: findComment,
};

async function findListing(strapi: Core.Strapi, slug: string): Promise<Subject | undefined> {
  const uid = 'plugin::resources.resource';
  const row: { documentId: string; name: string } | null = await strapi.db.query(uid).findOne({
    select: ['documentId', 'name'],
    where: { slug, locale: canonicalLocale, publishedAt: { $notNull: true } },
  });
  if (!row) return undefined;
  const subject = `${uid}:${row.documentId}`;
  return { kind: 'listing', name: row.name, lang: canonicalLocale, path: `/ressources/${slug}`, subject };
}

async function findComment(strapi: Core.Strapi, publicKey: string): Promise<Subject | undefined> {
  const uid = 'plugin::comments.comment';
  const row: { documentId: string; author: string; text: string; language: string; target: string } | null =
    await strapi.db.query(uid).findOne({ where: { publicKey, ...everyoneMayRead } });
  const page = row && (await findPageOf(strapi, row.target));
  if (!page) return undefined;
  const { documentId, author, text, language } = row;
  return { kind: 'comment', name: author, text, lang: language, path: page.path, subject: `${uid}:${documentId}` };
}

/** What is about to be reported, for the page that asks why. */
export const showSubject: ReadHandler = async ({ strapi, tags }, { params }) => {
  tags.add('comments.comment').add('pages.map');
  return findSubject(strapi, params['kind']!, params['key']!);
};
