import type { Core } from '@strapi/strapi';

/** The table of a content type or a component, by its uid. */
export const tableOf = (strapi: Core.Strapi, uid: string): string => strapi.db.metadata.get(uid).tableName;

/** The column of a plain attribute. */
export function columnOf(strapi: Core.Strapi, uid: string, attribute: string): string {
  return (strapi.db.metadata.get(uid).attributes[attribute] as unknown as { columnName: string }).columnName;
}

export interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
}

/** Strapi types the join table of an attribute by its relation, which is known only at run time. */
export function joinTableOf(strapi: Core.Strapi, uid: string, attribute: string): JoinTable {
  const { joinTable } = strapi.db.metadata.get(uid).attributes[attribute] as unknown as { joinTable: JoinTable };
  return joinTable;
}
