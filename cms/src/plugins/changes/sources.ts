import type { Core } from '@strapi/strapi';
import type { ContentType } from '../../lib/contract';
import { allTypes, type KnownType } from '../../lib/contracts';
import { isModerated } from '../../lib/moderated';
import { joinTableOf, tableOf } from '../../lib/tables';

/** A table whose rows show in public answers. */
export interface Source {
  readonly table: string;
  /** SQL: the tags of the rows of `changed`, which holds those that a statement added, removed or altered. */
  readonly tags: string;
}

/** Every table that public answers are made of, from the contracts and from where Strapi stores what they describe. */
export function findSources(strapi: Core.Strapi): Source[] {
  const types = allTypes()
    .filter(({ type }) => isShown(type))
    .map((known) => describeType(strapi, known));
  return [
    ...types.flatMap((type) => [
      rowsOf(type),
      ...type.links.map((link) => linksOf(type, link)),
      ...type.lists.flatMap((list) => [listOf(type, list), itemsOf(type, list)]),
    ]),
    {
      table: tableOf(strapi, 'plugin::i18n.locale'),
      tags: `SELECT unnest(ARRAY['i18n.locale', 'pages.map']) FROM changed`,
    },
    {
      table: tableOf(strapi, 'plugin::upload.file'),
      tags: `SELECT unnest(ARRAY['upload.file', 'upload.file:' || document_id]) FROM changed`,
    },
  ];
}

interface Shown {
  readonly table: string;
  /** `faq.entry` */
  readonly tag: string;
  /** Whether each of its documents has a page, which the map of the site names. */
  readonly hasPage: boolean;
  /** SQL: what its documents are known by. */
  readonly key: string;
  /** SQL: whether a row is public. */
  readonly isPublic: (row: string) => string;
  readonly links: readonly Link[];
  readonly lists: readonly List[];
}

interface Link {
  readonly table: string;
  readonly owner: string;
  readonly target: string;
  readonly targetTable: string;
  readonly targetTag: string;
}

interface List {
  readonly table: string;
  readonly component: string;
  readonly componentTable: string;
}

/** What waits for moderators shows as what it is about, once approved; about nothing, approval turns it into something else. */
const isShown = (type: ContentType): boolean => !type.hidden && (!isModerated(type) || isAttached(type));

const isAttached = ({ attributes }: ContentType): boolean => 'target' in attributes;

function describeType(strapi: Core.Strapi, { uid, contract, name, type }: KnownType): Shown {
  const attributes = Object.entries(type.attributes);
  return {
    table: tableOf(strapi, uid),
    tag: `${contract.name}.${name}`,
    hasPage: type.page !== undefined,
    key: isAttached(type) ? 'target' : 'document_id',
    isPublic: (row) => publicCondition(type, row),
    links: attributes.flatMap(([attribute, described]) =>
      described.type === 'relation' && !described.mappedBy ? linkOf(strapi, uid, attribute, described.target) : [],
    ),
    lists: attributes.flatMap(([attribute, described]) =>
      described.type === 'component'
        ? {
            table: joinTableOf(strapi, uid, attribute).name,
            component: described.component,
            componentTable: tableOf(strapi, described.component),
          }
        : [],
    ),
  };
}

function publicCondition(type: ContentType, row: string): string {
  if (type.draftAndPublish) return `${row}.published_at IS NOT NULL`;
  return isModerated(type) ? `${row}.state = 'approved'` : 'true';
}

function linkOf(strapi: Core.Strapi, uid: string, attribute: string, target: string): Link {
  const { name, joinColumn, inverseJoinColumn } = joinTableOf(strapi, uid, attribute);
  return {
    table: name,
    owner: joinColumn.name,
    target: inverseJoinColumn.name,
    targetTable: tableOf(strapi, target),
    targetTag: target.replace('plugin::', ''),
  };
}

const tagsOf = ({ tag, key }: Shown, row: string, others: readonly string[] = []) =>
  `SELECT unnest(ARRAY['${tag}', '${tag}:' || ${row}.${key}${others.map((other) => `, '${other}'`).join('')}])`;

const rowsOf = (type: Shown): Source => ({
  table: type.table,
  tags: `${tagsOf(type, 'changed', type.hasPage ? ['pages.map'] : [])} FROM changed WHERE ${type.isPublic('changed')}`,
});

/**
 * A publication replaces rows, and so every link to them: what links to a step has not changed because the step has.
 * A link counts by itself only when its two ends stood still, and readers tag what they read through it.
 */
const linksOf = (type: Shown, { table, owner, target, targetTable, targetTag }: Link): Source => ({
  table,
  tags: `${tagsOf(type, 'owner')} FROM changed
    JOIN ${type.table} AS owner ON owner.id = changed.${owner}
    JOIN ${targetTable} AS target ON target.id = changed.${target}
    WHERE ${type.isPublic('owner')} AND NOT EXISTS (
      SELECT FROM changes.log WHERE log.txid = pg_current_xact_id() AND log.tag = '${targetTag}:' || target.document_id)`,
});

/** Which items a document lists, and in which order. */
const listOf = (type: Shown, { table }: List): Source => ({
  table,
  tags: `${tagsOf(type, 'owner')} FROM changed
    JOIN ${type.table} AS owner ON owner.id = changed.entity_id
    WHERE ${type.isPublic('owner')}`,
});

/** What the items say. */
const itemsOf = (type: Shown, { table, component, componentTable }: List): Source => ({
  table: componentTable,
  tags: `${tagsOf(type, 'owner')} FROM changed
    JOIN ${table} AS list ON list.cmp_id = changed.id AND list.component_type = '${component}'
    JOIN ${type.table} AS owner ON owner.id = list.entity_id
    WHERE ${type.isPublic('owner')}`,
});
