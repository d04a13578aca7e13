import type { Core } from '@strapi/strapi';

/** French is canonical: the structure of every answer is read from it. */
export const canonicalLocale = 'fr';

export interface Locale {
  readonly code: string;
  readonly name: string;
  readonly isDefault: boolean;
}

interface LocaleService {
  find(): Promise<{ code: string; name: string }[]>;
  create(locale: { code: string; name: string }): Promise<unknown>;
  getDefaultLocale(): Promise<string>;
}

const service = (strapi: Core.Strapi): LocaleService => strapi.plugin('i18n').service('locales');

/** The languages of the site, French first. They live in the panel's settings. */
export async function findLocales(strapi: Core.Strapi): Promise<Locale[]> {
  const locales = await service(strapi).find();
  return locales
    .map(({ code, name }) => ({ code, name, isDefault: code === canonicalLocale }))
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.code.localeCompare(b.code));
}

export const findLocaleCodes = async (strapi: Core.Strapi): Promise<string[]> =>
  (await findLocales(strapi)).map(({ code }) => code);

/** Gives an empty database its first languages, once: staff may then add and remove all but French. */
export async function prepareLocales(strapi: Core.Strapi): Promise<void> {
  const found = await service(strapi).getDefaultLocale();
  if (found !== canonicalLocale) {
    throw new Error(
      `The default language of this database is «${found}», «${canonicalLocale}» was expected. ` +
        'Set STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE=fr and start from an empty database.',
    );
  }
  const store = strapi.store({ type: 'core', name: 's-tetic' });
  if (await store.get({ key: 'locales-prepared' })) return;
  const existing = new Set(await findLocaleCodes(strapi));
  // Strapi called it «French (fr)».
  await strapi.db.query('plugin::i18n.locale').update({ where: { code: canonicalLocale }, data: { name: 'Français' } });
  for (const locale of [
    { code: 'en', name: 'Anglais' },
    { code: 'nl', name: 'Néerlandais' },
  ]) {
    if (!existing.has(locale.code)) await service(strapi).create(locale);
  }
  await store.set({ key: 'locales-prepared', value: true });
}
