import pg from 'pg';

/**
 * What a database was last set up from. It is kept in the database itself, in a schema that Strapi does not look at,
 * so that a database put back from a copy is known for what it is.
 */
const table = 's_tetic_set_up.done';

/** The hash that the database was last set up from, undefined when it never was. */
export async function readSetUpMark(databaseUrl: string): Promise<string | undefined> {
  return withClient(databaseUrl, async (client) => {
    const { rows: found } = await client.query<{ name: string | null }>('SELECT to_regclass($1)::text AS name', [
      table,
    ]);
    if (!found[0]?.name) return undefined;
    const { rows } = await client.query<{ hash: string }>(`SELECT hash FROM ${table}`);
    return rows[0]?.hash;
  });
}

export async function writeSetUpMark(databaseUrl: string, hash: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${table.split('.')[0]}`);
    await client.query(
      `CREATE TABLE IF NOT EXISTS ${table} (id int PRIMARY KEY DEFAULT 1 CHECK (id = 1), hash text NOT NULL)`,
    );
    await client.query(`INSERT INTO ${table} (hash) VALUES ($1) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash`, [
      hash,
    ]);
  });
}

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
