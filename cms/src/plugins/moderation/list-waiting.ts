import type { Core } from '@strapi/strapi';
import type { Attribute } from '../../lib/contract';
import { documents, type Row } from '../../lib/documents';
import type { Waiting, WaitingList } from './contract';
import { moderatedTypes, type ModeratedType } from './moderated-types';

const atMost = 100;

/** What waits for a decision, oldest first, at most a hundred of each kind, and how many there are. */
export async function listWaiting(strapi: Core.Strapi): Promise<WaitingList> {
  const lists = await Promise.all(
    moderatedTypes(strapi).map(async (moderated) => {
      const { attributes } = moderated.contract.contentTypes[moderated.name]!;
      const populate = Object.fromEntries(
        Object.entries(attributes)
          .filter(([, { type }]) => type === 'relation' || type === 'component')
          .map(([name]) => [name, true]),
      );
      const pending = { filters: { state: 'pending' } };
      const [rows, total] = await Promise.all([
        documents(strapi, moderated.uid).findMany({ ...pending, populate, sort: 'sentAt', limit: atMost }),
        documents(strapi, moderated.uid).count(pending),
      ]);
      return { items: rows.map((row) => describe(moderated, row)), total };
    }),
  );
  return {
    items: lists.flatMap(({ items }) => items).sort((a, b) => a.sentAt.localeCompare(b.sentAt)),
    total: lists.reduce((sum, { total }) => sum + total, 0),
  };
}

export async function listWaitingForPanel(context: { body: unknown }): Promise<void> {
  context.body = await listWaiting(strapi);
}

const ours = new Set(['state', 'reason', 'decidedBy', 'decidedAt', 'fingerprint', 'target', 'sentAt']);

function describe({ uid, contract, name }: ModeratedType, row: Row): Waiting {
  const type = contract.contentTypes[name]!;
  return {
    uid,
    documentId: row.documentId,
    kind: type.singular,
    title: String(row[type.mainField]),
    ...(row['audience'] === 'remark' && { isRemark: true as const }),
    sentAt: new Date(row['sentAt'] as string).toISOString(),
    fields: Object.entries<Attribute>(type.attributes)
      .filter(([field]) => !ours.has(field) && field !== type.mainField)
      .map(([field, { label, type }]) => ({
        label,
        value: inWords(row[field]),
        ...(type === 'enumeration' && { isChoice: true as const }),
      }))
      .filter(({ value }) => value !== ''),
  };
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(inWords).join(value.every(hasName) ? ', ' : '\n\n');
  if (hasName(value)) return String(value.name);
  if (typeof value !== 'object') return String(value);
  const { stepNumber, text, since, reference } = value as Record<string, unknown>;
  return [`Étape ${stepNumber} : ${text}`, since && `Depuis ${since}`, reference && `Référence : ${reference}`]
    .filter(Boolean)
    .join('\n');
}

const hasName = (value: unknown): value is { name: string } =>
  typeof value === 'object' && value !== null && 'name' in value;
