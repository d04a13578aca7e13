import type { Core } from '@strapi/strapi';
import type { Attribute, ContentType } from '../../lib/contract';
import { canonicalLocale } from '../../lib/locales';
import type { KnownType } from '../../lib/contracts';
import { columnOf, joinTableOf, tableOf } from '../../lib/tables';
import { listsOf, tagOf, type List } from './searched-types';

/**
 * SQL: one row for each place where a document is read and each language it is published in, with its address and its words.
 * French says which documents there are and where; each language says its own words and only those, so that a row has one language.
 */
export function describeContent(strapi: Core.Strapi, searched: KnownType): string {
  const { uid } = searched;
  const lists = listsOf(searched);
  const withPages = lists.filter(({ page }) => page !== undefined);
  return [
    describeDocuments(
      strapi,
      uid,
      searched,
      lists.filter(({ page }) => page === undefined),
    ),
    ...withPages.map((list) => describeItems(strapi, uid, searched.type, list)),
  ].join('\nUNION ALL\n');
}

function describeDocuments(strapi: Core.Strapi, uid: string, searched: KnownType, lists: readonly List[]): string {
  const { type } = searched;
  const textOf = (name: string) => valueOf(strapi, uid, type, name);
  const items = lists.map(
    (list) => `(SELECT string_agg(${wordsOf(strapi, list)}, E'\\n' ORDER BY own_list."order")
      FROM ${itemsOf(strapi, uid, list, 'own')} WHERE own_list.entity_id = own.id)`,
  );
  return `SELECT '${tagOf(searched)}' AS type, own.document_id, '' AS item, ${languageOf(type)} AS locale,
    ${addressOf(strapi, uid, type)} AS path, ${textOf(type.mainField)} AS title, ${joined(namesOf(strapi, uid, type))} AS names,
    ${joined(textsOf(type, ['string', 'text']).map(textOf))} AS summary,
    ${joined([...textsOf(type, ['richtext']).map(textOf), ...items])} AS body
  ${publishedRows(strapi, uid, type)}`;
}

/** The items that have pages of their own: the stops of a tour. */
function describeItems(strapi: Core.Strapi, uid: string, type: ContentType, list: List): string {
  const columnIn = (row: string, field: string) => `${row}.${columnOf(strapi, list.uid, field)}`;
  const { mainField, matchedBy } = list.component;
  const key = (row: string) => columnIn(`${row}_item`, matchedBy);
  const address = filled(list.page!, (field) => columnIn('french_item', field));
  return `SELECT '${list.uid}', own.document_id, ${key('french')}::text, ${languageOf(type)},
    ${addressOf(strapi, uid, type)} || ${address}, ${columnIn('own_item', mainField)}, '', '', ${wordsOf(strapi, list, mainField)}
  ${publishedRows(strapi, uid, type)}
  JOIN (${itemsOf(strapi, uid, list, 'own')}) ON own_list.entity_id = own.id
  JOIN (${itemsOf(strapi, uid, list, 'french')}) ON french_list.entity_id = french.id AND ${key('french')} = ${key('own')}`;
}

const languageOf = ({ localized }: ContentType) => (localized ? 'own.locale' : `'${canonicalLocale}'`);

function publishedRows(strapi: Core.Strapi, uid: string, { draftAndPublish, localized }: ContentType): string {
  const table = tableOf(strapi, uid);
  const isPublished = draftAndPublish ? 'AND own.published_at IS NOT NULL AND french.published_at IS NOT NULL' : '';
  return `FROM ${table} AS own JOIN ${table} AS french ON french.document_id = own.document_id
    AND ${localized ? `french.locale = '${canonicalLocale}'` : 'french.id = own.id'} ${isPublished}`;
}

/** The address of a document, from the attributes of its French row. */
function addressOf(strapi: Core.Strapi, uid: string, { page, readAt, pageOf = {} }: ContentType): string {
  const pattern = (page ?? readAt)!;
  const columnIn = (attribute: string) => `french.${columnOf(strapi, uid, attribute)}`;
  const usual = filled(pattern, columnIn);
  const elsewhere = Object.entries(pageOf).map(([value, path]) => `WHEN '${value}' THEN '${path}'`);
  const [, attribute] = /:(\w+)/.exec(pattern) ?? [];
  return attribute && elsewhere.length > 0
    ? `CASE ${columnIn(attribute)} ${elsewhere.join(' ')} ELSE ${usual} END`
    : usual;
}

/** `filled('/faq#:slug', …)` // => `'/faq#' || french.slug || ''` */
const filled = (pattern: string, columnIn: (attribute: string) => string) =>
  `'${pattern.replace(/:(\w+)/g, (_, attribute: string) => `' || ${columnIn(attribute)} || '`)}'`;

/** The attributes of some kinds whose words readers are shown, but for the title. */
function textsOf(
  { attributes, mainField }: Pick<ContentType, 'attributes' | 'mainField'>,
  kinds: readonly Attribute['type'][],
): string[] {
  return Object.entries(attributes)
    .filter(([name, { type, localized, private: isPrivate }]) => {
      return name !== mainField && kinds.includes(type) && localized && !isPrivate;
    })
    .map(([name]) => name);
}

/** What a document is called beside its title: «Étape 3», of an «Étape de la charte» whose number is its own. */
function namesOf(strapi: Core.Strapi, uid: string, { attributes, singular }: ContentType): string[] {
  const [noun = ''] = singular.split(' ');
  return Object.entries(attributes)
    .filter(([, attribute]) => attribute.type === 'integer' && attribute.unique)
    .map(([name]) => `'${noun.replaceAll(`'`, `''`)} ' || french.${columnOf(strapi, uid, name)}`);
}

function valueOf(strapi: Core.Strapi, uid: string, { attributes }: ContentType, name: string): string {
  const { localized, type } = attributes[name]!;
  const value = `${localized ? 'own' : 'french'}.${columnOf(strapi, uid, name)}`;
  return type === 'richtext' ? `search.plain(${value})` : value;
}

/** The words of an item, but for its title where it has a page to show it on. */
function wordsOf(strapi: Core.Strapi, { uid, component }: List, title = ''): string {
  const texts = textsOf({ attributes: component.attributes, mainField: title }, ['string', 'text', 'richtext']);
  return joined(texts.map((field) => `search.plain(own_item.${columnOf(strapi, uid, field)})`));
}

/** The items of a list, of the reader's row or of the French one. */
function itemsOf(strapi: Core.Strapi, owner: string, { attribute, uid }: List, row: 'own' | 'french'): string {
  return `${joinTableOf(strapi, owner, attribute).name} AS ${row}_list JOIN ${tableOf(strapi, uid)} AS ${row}_item
    ON ${row}_item.id = ${row}_list.cmp_id AND ${row}_list.component_type = '${uid}' AND ${row}_list.field = '${attribute}'`;
}

const joined = (texts: readonly string[]) => (texts.length === 0 ? `''` : `concat_ws(E'\\n', ${texts.join(', ')})`);
