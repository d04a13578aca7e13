import type { Core } from '@strapi/strapi';
import type { Attribute } from '../../lib/contract';
import { componentOf } from '../../lib/contracts';
import { documents, type Row } from '../../lib/documents';
import { moderationAttributes } from '../../lib/moderated';
import type { ModeratedType } from './moderated-types';

export type Values = Readonly<Record<string, unknown>>;

/** The attributes that hold what a sender wrote, their address included, rather than where it stands. */
export function sentAttributes({ contract, name }: ModeratedType): [string, Attribute][] {
  const { attributes } = contract.contentTypes[name]!;
  return Object.entries<Attribute>(attributes).filter(
    ([field, { type, ours, private: isPrivate }]) =>
      !(field in moderationAttributes) && field !== 'sentAt' && !ours && (!isPrivate || type === 'email'),
  );
}

/** Everything that was sent of one document, relations and lists included; undefined when there is no such document. */
export async function readSent(strapi: Core.Strapi, type: ModeratedType, documentId: string): Promise<Row | undefined> {
  return (await documents(strapi, type.uid).findOne({ documentId, populate: populateOf(type) })) ?? undefined;
}

export const populateOf = (type: ModeratedType): Record<string, true> =>
  Object.fromEntries(
    sentAttributes(type)
      .filter(([, { type: kind }]) => kind === 'relation' || kind === 'component')
      .map(([name]) => [name, true]),
  );

/** What is public of one document, as its feature says, or else the document itself once it is approved. */
export async function readPublic(
  strapi: Core.Strapi,
  type: ModeratedType,
  documentId: string,
): Promise<Values | undefined> {
  if (type.readPublic) return type.readPublic(strapi, { documentId });
  const row = await readSent(strapi, type, documentId);
  return row?.['state'] === 'approved' && row['audience'] !== 'remark' ? row : undefined;
}

/** Of some values, those that may be kept in the journal: no e-mail address, nothing private, no number of the database. */
export function withoutPrivate(type: ModeratedType, values: Values | undefined): Values | undefined {
  if (!values) return undefined;
  const kept = sentAttributes(type).filter(([name, { private: isPrivate }]) => !isPrivate && name in values);
  return Object.fromEntries(kept.map(([name, attribute]) => [name, plain(attribute, values[name])]));
}

function plain(attribute: Attribute, value: unknown): unknown {
  if (attribute.type === 'relation') return [value ?? []].flat().map((related) => pick(related, ['name', 'title']));
  if (attribute.type !== 'component') return value ?? null;
  const names = Object.keys(componentOf(attribute).attributes);
  return [value ?? []].flat().map((item) => pick(item, names));
}

const pick = (value: unknown, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (hasValue(value, name) ? [[name, value[name]]] : [])));

const hasValue = (value: unknown, name: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && (value as Record<string, unknown>)[name] != null;
