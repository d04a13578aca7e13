import type { Core, Modules } from '@strapi/strapi';
import { canonicalLocale } from '../../lib/locales';

/**
 * Relates a resource to the steps of its experiences whenever its French version is saved.
 * The step's number is what editors and providers write, the relation is what the database counts and joins:
 * a relation inside a component would be lost when a language lacks its target (strapi/strapi#27467).
 */
export function deriveSteps(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const { data, locale } = context.params as { data?: Record<string, unknown>; locale?: string };
    const saved = context.action === 'create' || context.action === 'update';
    if (context.uid !== 'plugin::resources.resource' || !saved || !data) return next();

    if ((locale ?? canonicalLocale) === canonicalLocale && Array.isArray(data['experiences'])) {
      const numbers = data['experiences'].map(({ stepNumber }: { stepNumber: number }) => Number(stepNumber));
      const steps: { documentId: string }[] = await strapi.db.query('plugin::charter.step').findMany({
        select: ['documentId'],
        where: { number: { $in: numbers }, locale: canonicalLocale, publishedAt: null },
      });
      data['steps'] = { set: steps.map(({ documentId }) => ({ documentId })) };
    }
    return next();
  };
}
