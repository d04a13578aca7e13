import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { canonicalLocale, findLocaleCodes } from '../../lib/locales';

type Action = 'create' | 'clone' | 'update' | 'publish' | 'unpublish' | 'discardDraft' | 'delete';

/** Any of these rights of the content manager, in the language that is written, lets an action through. */
const rights: Readonly<Record<Action, readonly string[]>> = {
  create: ['create'],
  clone: ['create'],
  // The first save of a translation is an update of its document.
  update: ['update', 'create'],
  publish: ['publish'],
  unpublish: ['publish'],
  discardDraft: ['update'],
  delete: ['delete'],
};

interface Ability {
  can(action: string, subject: object): boolean;
}

interface PanelRequest {
  readonly state: {
    readonly userAbility?: Ability;
    readonly route?: { readonly info?: { readonly pluginName?: string } };
  };
}

/**
 * Holds whoever works in the content manager to their languages, and every document to a French start.
 * Strapi itself asks only for the right to create at all, then creates in whatever language the request names.
 */
export function guardLanguages(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const request = strapi.requestContext.get() as unknown as PanelRequest | undefined;
    const ability =
      request?.state.route?.info?.pluginName === 'content-manager' ? request.state.userAbility : undefined;
    if (ability && isLocalized(context.contentType) && context.action in rights) {
      const action = context.action as Action;
      const locales = await localesOf(strapi, context.params as Written);
      if ((action === 'create' || action === 'clone') && locales.some((locale) => locale !== canonicalLocale)) {
        throw new errors.ApplicationError('Une traduction part d’un document français : créez-le d’abord en français.');
      }
      if (!locales.every((locale) => isAllowed(strapi, ability, action, context.uid, locale))) {
        throw new errors.ForbiddenError(`Vous n’avez pas le droit d’écrire dans cette langue : ${locales.join(', ')}.`);
      }
    }
    return next();
  };
}

const isLocalized = ({ pluginOptions }: { pluginOptions?: { i18n?: { localized?: boolean } } }) =>
  pluginOptions?.i18n?.localized === true;

interface Written {
  readonly locale?: string | string[] | null;
  readonly data?: { readonly locale?: string | null };
}

/** The languages that a write touches: French when it names none, as in Strapi, and every one for `*`. */
async function localesOf(strapi: Core.Strapi, { locale, data }: Written): Promise<string[]> {
  const named = [locale ?? canonicalLocale, data?.locale ?? []].flat();
  return [...new Set(named.includes('*') ? await findLocaleCodes(strapi) : named)];
}

function isAllowed(strapi: Core.Strapi, ability: Ability, action: Action, model: string, locale: string): boolean {
  const subject: object = strapi
    .service('admin::permission')
    .createPermissionsManager({ ability, model })
    .toSubject({ locale });
  return rights[action].some((right) => ability.can(`plugin::content-manager.explorer.${right}`, subject));
}
