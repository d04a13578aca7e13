import { say } from '@s-tetic/config/words';
import type { Core } from '@strapi/strapi';

/**
 * What moderators are to know of the reports about a document that wait, in French; nothing when there are none.
 *
 * @param subject `<uid>:<documentId>`
 * @param options.without the report that is being looked at, which does not count
 */
export async function flagReports(
  strapi: Core.Strapi,
  subject: string,
  { without }: { readonly without?: string } = {},
): Promise<string[]> {
  const count = await strapi.db.query('plugin::reports.report').count({
    where: { subject, state: 'pending', ...(without && { documentId: { $ne: without } }) },
  });
  if (count === 0) return [];
  return [say('fr', `report.flag.${without ? 'also' : 'told'}.${count === 1 ? 'one' : 'other'}`, { count })];
}
