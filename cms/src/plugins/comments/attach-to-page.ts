import type { Core, Modules } from '@strapi/strapi';
import { findPageAt } from '../../lib/find-page-at';
import { Refusal } from '../../lib/refusal';

/** Ties a comment to the document of its page, so that it follows when the page's address changes. */
export function attachToPage(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const { data } = context.params as { data?: { path: string; target?: string } };
    if (context.uid !== 'plugin::comments.comment' || context.action !== 'create' || !data) return next();

    data.target = await findPageAt(strapi, data.path);
    if (data.target) return next();
    const values = { path: data.path };
    throw new Refusal(404, 'error.unknownPage', values, {
      issues: [{ path: ['path'], key: 'error.unknownPage', values }],
    });
  };
}
