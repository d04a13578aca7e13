import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { canonicalLocale } from '../../lib/locales';

interface Context {
  readonly method: string;
  readonly path: string;
  readonly request: { readonly body?: { readonly code?: string; readonly isDefault?: boolean } };
}

/**
 * Refuses that another language becomes the default one, which the structure of every page is read from.
 * Strapi lets whoever may add a language do so.
 */
export function keepFrenchDefault(strapi: Core.Strapi) {
  return async ({ method, path, request: { body } }: Context, next: () => Promise<void>): Promise<void> => {
    if ((method === 'POST' || method === 'PUT') && body?.isDefault) {
      const code = method === 'POST' ? body.code : await codeAt(strapi, path);
      if (code !== canonicalLocale) {
        throw new errors.ApplicationError(
          'Le français est la langue de référence du site : il reste la langue par défaut.',
        );
      }
    }
    return next();
  };
}

async function codeAt(strapi: Core.Strapi, path: string): Promise<string | undefined> {
  const id = Number(path.split('/').at(-1));
  const locale = Number.isInteger(id) && (await strapi.db.query('plugin::i18n.locale').findOne({ where: { id } }));
  return locale ? locale.code : undefined;
}
