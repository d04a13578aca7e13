import type { Attribute } from '../../lib/contract';
import { componentOf } from '../../lib/contracts';
import type { Row } from '../../lib/documents';
import type { PersonalCopy } from './contract';
import type { Kept } from './find-personal';

/** What serves the machine or names another person, and is no data of the one who asks. */
const notTheirs = new Set(['fingerprint', 'sealed', 'askedBy', 'decidedBy', 'hidden', 'replaced']);

/** Writes all that is kept of an address, attribute by attribute of the contracts. */
export function writeCopy(email: string, kept: readonly Kept[], now: Date): PersonalCopy {
  return {
    email,
    madeAt: now.toISOString(),
    kinds: kept.map(({ type: { contract, name, type }, rows }) => ({
      type: `${contract.name}.${name}`,
      label: type.plural,
      documents: rows.map((row) => writeItem(type.attributes, row)),
    })),
  };
}

type Json = PersonalCopy['kinds'][number]['documents'][number][string];

function writeItem(
  attributes: Readonly<Record<string, Attribute>>,
  row: Readonly<Record<string, unknown>>,
): Record<string, Json> {
  const written = Object.entries(attributes)
    .filter(([name]) => !notTheirs.has(name) && row[name] !== null && row[name] !== undefined)
    .map(([name, attribute]) => [name, writeValue(attribute, row[name])] as const);
  return Object.fromEntries(written);
}

function writeValue(attribute: Attribute, value: unknown): Json {
  if (attribute.type === 'component') {
    const { attributes } = componentOf(attribute);
    return (value as Row[]).map((item) => writeItem(attributes, item));
  }
  if (attribute.type === 'relation') return [value as Row | Row[]].flat().map(nameOf);
  if (attribute.type === 'datetime') return new Date(value as string).toISOString();
  return value as Json;
}

/** What people call the document at the other end. */
const nameOf = (row: Row): Json => String(row['name'] ?? row['title'] ?? row.documentId);
