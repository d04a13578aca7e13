import type { Reader } from '../../lib/reader';
import type { Support } from './contract';
import { countsByKind, publishedResources } from './published-resources';

/** A cell of the table, a whole row of it, a whole column, or all of it. */
export interface Place {
  readonly step?: number;
  readonly zone?: string;
}

interface Counted extends Support {
  readonly step: number | null;
  readonly zone: string | null;
}

/**
 * How many public and private resources support each step in each zone, each step, each zone, and in all: one query, whatever
 * their number. A resource counts once in each place.
 */
export async function countCoverage(reader: Reader): Promise<(place: Place) => Support> {
  reader.tags.add('resources.resource');
  const { connection } = reader.strapi.db;
  // The empty step and the empty zone that each resource is given stand for all of them.
  const rows: Counted[] = await publishedResources(reader.strapi)
    .joinRaw('CROSS JOIN unnest(array_append(steps, NULL)) AS supported (step)')
    .joinRaw('CROSS JOIN unnest(array_append(zones, NULL)) AS covered (zone)')
    .groupBy('step', 'zone')
    .select('step', 'zone', connection.raw(countsByKind));
  return ({ step, zone }) => {
    const row = rows.find((counted) => counted.step === (step ?? null) && counted.zone === (zone ?? null));
    return { public: row?.public ?? 0, private: row?.private ?? 0 };
  };
}
