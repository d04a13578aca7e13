import type { Core, Modules } from '@strapi/strapi';
import type { Contract } from './contract';
import { canonicalLocale } from './locales';
import { uidOf } from './contracts';
import { slugOf } from './slug';

/**
 * Fills the address that an editor left empty from the French title, once: a published address does not change by itself.
 * Translations share the French address, so they never make one.
 */
export function fillAddresses(strapi: Core.Strapi, contract: Contract): Modules.Documents.Middleware.Middleware {
  const fillers = new Map(
    Object.entries(contract.contentTypes).flatMap(([name, { attributes }]) =>
      Object.entries(attributes).flatMap(([field, attribute]) =>
        'from' in attribute && attribute.from
          ? [
              [
                uidOf(contract, name),
                { field, from: attribute.from, pattern: new RegExp(attribute.pattern ?? '') },
              ] as const,
            ]
          : [],
      ),
    ),
  );
  return async (context, next) => {
    const filler = fillers.get(context.uid);
    const { data, locale } = context.params as { data?: Record<string, unknown>; locale?: string };
    const written = context.action === 'create' || context.action === 'update';
    if (!filler || !data || !written || (locale ?? canonicalLocale) !== canonicalLocale || data[filler.field])
      return next();

    const title = data[filler.from];
    const isNew = context.action === 'create' || data[filler.field] === '' || data[filler.field] === null;
    if (typeof title === 'string' && isNew) data[filler.field] = await freeSlug(strapi, context.uid, filler, title);
    return next();
  };
}

/** The first of `title`, `title-2`, `title-3`… that no other document has, nor another page. */
async function freeSlug(
  strapi: Core.Strapi,
  uid: string,
  { field, pattern }: { field: string; pattern: RegExp },
  title: string,
): Promise<string> {
  const base = slugOf(title) || 'sans-titre';
  const taken: Record<string, string>[] = await strapi.db
    .query(uid)
    .findMany({ select: [field], where: { [field]: { $startsWith: base } } });
  const names = new Set(taken.map((row) => row[field]));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base}-${number}`;
    if (!names.has(candidate) && pattern.test(candidate)) return candidate;
  }
}
