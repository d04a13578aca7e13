import type { Core } from '@strapi/strapi';

/** Gives comments that were sent to earlier versions what the later ones have: they were all to be published, and known by another key. */
export async function updateEarlierComments(strapi: Core.Strapi): Promise<void> {
  const comments = () => strapi.db.connection('comments_comments');
  await comments().whereNull('audience').update({ audience: 'publish' });
  // Feeds named them by a hash of their document: the same name goes on.
  const formerKey = `left(encode(sha256(convert_to(document_id, 'UTF8')), 'hex'), 16)`;
  await comments()
    .whereNull('public_key')
    .update({ public_key: strapi.db.connection.raw(formerKey) });
}
