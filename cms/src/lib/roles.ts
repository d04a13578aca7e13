import type { Core } from '@strapi/strapi';
import type { ContentType } from './contract';
import { allTypes, componentOf } from './contracts';
import { canonicalLocale, findLocaleCodes } from './locales';
import { isModerated } from './moderated';
import { confirmedOnly } from '../plugins/moderation/rights';

/** The accounts that the product knows, beside Strapi's own administrator. */
export const roleCodes = {
  editor: 'editor',
  moderator: 'moderator',
  translator: 'translator',
  administrator: 'strapi-super-admin',
} as const;

interface Permission {
  readonly action: string;
  readonly subject?: string | null;
  readonly properties?: { readonly fields?: readonly string[]; readonly locales?: readonly string[] };
  readonly conditions?: readonly string[];
}

/**
 * Writes the roles as code, at every start and whenever a language is added or removed:
 * rights changed by hand in the panel do not last, so that what is tested is what is in force.
 */
export async function prepareRoles(strapi: Core.Strapi): Promise<void> {
  await removeUnusedRoles(strapi);
  await nameAdministrators(strapi);
  await assignRoles(strapi);
  strapi.db.lifecycles.subscribe({
    models: ['plugin::i18n.locale'],
    afterCreate: () => assignRoles(strapi),
    afterDelete: () => assignRoles(strapi),
  });
}

async function assignRoles(strapi: Core.Strapi): Promise<void> {
  const locales = await findLocaleCodes(strapi);
  await assignRole(
    strapi,
    roleCodes.editor,
    'Rédaction',
    'Édite et publie tout le contenu, dans toutes les langues.',
    editorRights(locales),
  );
  await assignRole(
    strapi,
    roleCodes.moderator,
    'Modération',
    'Décide de ce que le public envoie.',
    moderatorRights(locales),
  );
  await assignRole(
    strapi,
    roleCodes.translator,
    'Traduction',
    'Traduit vers toutes les langues et en ajoute. Ne peut pas modifier le français.',
    translatorRights(locales),
  );
}

function editorRights(locales: readonly string[]): Permission[] {
  const media = ['read', 'assets.create', 'assets.update', 'assets.download', 'assets.copy-link'];
  return [
    ...edited().flatMap(({ uid, contract, type }) => {
      const all = fieldsOf(type);
      // Words of the interface come with the product: they are edited and translated, their list is not.
      if (contract.name === 'translation') {
        return [
          may('read', uid, all, type, locales),
          may('update', uid, all, type, locales),
          may('create', uid, all, type, translated(locales)),
        ];
      }
      return ['create', 'read', 'update', 'delete', 'publish']
        .filter((action) => type.draftAndPublish || action !== 'publish')
        .map((action) => may(action, uid, all, type, locales));
    }),
    ...media.map((action) => ({ action: `plugin::upload.${action}` })),
  ];
}

function moderatorRights(locales: readonly string[]): Permission[] {
  return [
    ...moderated().map(({ uid, type }) => ({
      ...may('read', uid, fieldsOf(type), type, locales),
      conditions: [confirmedOnly],
    })),
    // The reasons that they keep ready, and the questions of the FAQ that they draft from comments.
    ...allTypes()
      .filter(({ uid }) => uid in keptByModerators)
      .flatMap(({ uid, type }) =>
        keptByModerators[uid]!.map((action) => may(action, uid, fieldsOf(type), type, locales)),
      ),
    ...edited()
      .filter(({ contract }) => contract.name === 'resources')
      .flatMap(({ uid, type }) => [
        may('read', uid, fieldsOf(type), type, locales),
        ...(type.draftAndPublish
          ? ['update', 'publish'].map((action) => may(action, uid, fieldsOf(type), type, locales))
          : []),
      ]),
    { action: 'plugin::moderation.decide' },
    { action: 'plugin::mail.see' },
  ];
}

const keptByModerators: Readonly<Record<string, readonly string[]>> = {
  'plugin::moderation.reason': ['create', 'read', 'update', 'publish'],
  'plugin::faq.entry': ['read', 'update'],
  'plugin::faq.group': ['read'],
};

function translatorRights(locales: readonly string[]): Permission[] {
  return [
    ...edited()
      .filter(({ type }) => type.localized)
      .flatMap(({ uid, type }) => [
        may('read', uid, fieldsOf(type), type, locales),
        ...['create', 'update'].map((action) => may(action, uid, textsOf(type), type, translated(locales))),
        ...(type.draftAndPublish ? [may('publish', uid, undefined, type, translated(locales))] : []),
      ]),
    { action: 'plugin::i18n.locale.read' },
    { action: 'plugin::i18n.locale.create' },
  ];
}

const translated = (locales: readonly string[]) => locales.filter((code) => code !== canonicalLocale);

/** Languages are named one by one: for Strapi's server `null` is all of them, but its lists then offer none to choose from. */
function may(
  action: string,
  subject: string,
  fields: readonly string[] | undefined,
  type: ContentType,
  locales: readonly string[],
): Permission {
  const hasFields = fields && ['create', 'read', 'update'].includes(action);
  return {
    action: `plugin::content-manager.explorer.${action}`,
    subject,
    properties: { ...(hasFields && { fields }), ...(type.localized && { locales }) },
    conditions: [],
  };
}

const edited = () => allTypes().filter(({ type }) => !type.hidden && !isModerated(type));

const moderated = () => allTypes().filter(({ type }) => isModerated(type));

/** Every field, those of components by their path: `stops.title`. */
function fieldsOf(type: ContentType): string[] {
  return Object.entries(type.attributes).flatMap(([name, attribute]) =>
    attribute.type === 'component'
      ? Object.keys(componentOf(attribute).attributes).map((field) => `${name}.${field}`)
      : name,
  );
}

/** The fields that a translator writes, and in a list what tells its items apart. */
function textsOf(type: ContentType): string[] {
  return Object.entries(type.attributes)
    .filter(([, { localized }]) => localized)
    .flatMap(([name, attribute]) => {
      if (attribute.type !== 'component') return name;
      const { attributes, matchedBy } = componentOf(attribute);
      return Object.entries(attributes)
        .filter(([field, { localized }]) => localized || field === matchedBy)
        .map(([field]) => `${name}.${field}`);
    });
}

interface Role {
  readonly id: number;
}

async function assignRole(strapi: Core.Strapi, code: string, name: string, description: string, rights: Permission[]) {
  const roles = strapi.service('admin::role') as unknown as {
    findOne(where: object): Promise<Role | null>;
    create(role: object): Promise<Role>;
    assignPermissions(id: number, permissions: Permission[]): Promise<unknown>;
  };
  const role = (await roles.findOne({ code })) ?? (await roles.create({ code, name, description }));
  await roles.assignPermissions(role.id, rights);
}

async function nameAdministrators(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query('admin::role').update({
    where: { code: roleCodes.administrator },
    data: {
      name: 'Administration',
      description: 'Peut tout faire, y compris donner des accès et changer les réglages.',
    },
  });
}

/** Strapi makes an Editor and an Author who see no localized content (strapi/strapi#22825): nobody is to be given them. */
async function removeUnusedRoles(strapi: Core.Strapi): Promise<void> {
  const unused: (Role & { users: unknown[] })[] = await strapi.db.query('admin::role').findMany({
    where: { code: { $in: ['strapi-editor', 'strapi-author'] } },
    populate: { users: { select: ['id'] } },
  });
  const ids = unused.filter(({ users }) => users.length === 0).map(({ id }) => id);
  await (strapi.service('admin::role') as unknown as { deleteByIds(ids: number[]): Promise<unknown> }).deleteByIds(ids);
}
