import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

export type Transaction = Pick<Core.Strapi['db']['connection'], 'raw'>;

/** A table whose every change is followed, whatever the way in: the panel, code, raw SQL. */
export interface FollowedTable {
  readonly table: string;
  /** SQL: what the follower is to know of the rows of `changed`, which holds those that a statement added, removed or altered. */
  readonly query: string;
}

const events = {
  insert: 'AFTER INSERT ON %s REFERENCING NEW TABLE AS changed',
  delete: 'AFTER DELETE ON %s REFERENCING OLD TABLE AS changed',
  update_from: 'AFTER UPDATE ON %s REFERENCING OLD TABLE AS changed',
  update_to: 'AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed',
  truncate: 'BEFORE TRUNCATE ON %s',
} as const;

/**
 * Makes the database itself call a function at each change of some tables, in the transaction of the change.
 * What is there already stays; triggers that no table asks for any more are dropped.
 *
 * @param follower the function that is called, in a schema of its own: `changes.announce`. It gets the table's query as its argument
 * @returns whether a trigger had to be made: changes may have gone unseen before
 */
export async function followTables(
  transaction: Transaction,
  follower: string,
  tables: readonly FollowedTable[],
): Promise<boolean> {
  const wanted = new Map(
    tables.flatMap((table) => describeTriggers(follower, table)).map((trigger) => [trigger.id, trigger]),
  );
  const present = await findTriggers(transaction, follower);
  const missing = [...wanted.values()].filter(({ id }) => !present.has(id));
  for (const { create } of missing) await transaction.raw(create);
  for (const [id, { table, name }] of present) {
    if (!wanted.has(id)) await transaction.raw(`DROP TRIGGER ${name} ON ${table}`);
  }
  return missing.length > 0;
}

interface Trigger {
  /** Its table and its name, which changes with what it does. */
  readonly id: string;
  readonly create: string;
}

function describeTriggers(follower: string, { table, query }: FollowedTable): Trigger[] {
  const [prefix] = follower.split('.');
  const version = createHash('sha256').update(query).digest('hex').slice(0, 12);
  return Object.entries(events).map(([event, clause]) => {
    const name = `${prefix}_${event}_${version}`;
    const argument = query.replaceAll(`'`, `''`);
    return {
      id: `${table} ${name}`,
      create: `CREATE OR REPLACE TRIGGER ${name} ${clause.replace('%s', table)} FOR EACH STATEMENT EXECUTE FUNCTION ${follower}('${argument}')`,
    };
  });
}

/** The triggers that call the follower, by id. One that someone disabled does not count. */
async function findTriggers(
  transaction: Transaction,
  follower: string,
): Promise<Map<string, { table: string; name: string }>> {
  const { rows }: { rows: { table: string; name: string }[] } = await transaction.raw(`
    SELECT tgrelid::regclass AS "table", tgname AS name FROM pg_trigger
    WHERE tgfoid = '${follower}'::regproc AND tgenabled <> 'D'`);
  return new Map(rows.map((trigger) => [`${trigger.table} ${trigger.name}`, trigger]));
}
