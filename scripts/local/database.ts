import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { Failure } from './failure.ts';
import { startPostgres } from './postgres.ts';
import { openPostgresHome } from './postgres-home.ts';

export interface Database {
  url: string;
  /** «PostgreSQL 18.4, made here» */
  description: string;
  /** Settles when the database is gone without having been asked, with a sentence that says so. */
  lost: Promise<string>;
  close(): Promise<void>;
}

/** The oldest PostgreSQL that Strapi 5 supports, as it numbers itself: https://docs.strapi.io/cms/configurations/database */
const oldestVersion = 140_000;

/**
 * Opens the database of DATABASE_URL, held for this command alone; where it is not set, the embedded one.
 *
 * @throws {Failure} when it cannot be reached, is too old, or is held by another start
 */
export async function openDatabase(
  databaseUrl: string | undefined,
  embedded: { stateDir: string; password: string; logs: string },
): Promise<Database> {
  return databaseUrl ? holdDatabase(databaseUrl) : openEmbedded(embedded);
}

async function openEmbedded({ stateDir, password, logs }: { stateDir: string; password: string; logs: string }) {
  const logFile = path.join(logs, 'postgres.log');
  const home = openPostgresHome(path.resolve(stateDir), process.getuid?.() === 0);
  const server = await startPostgres({ home, password, logFile });
  return {
    url: server.url,
    description: `PostgreSQL ${server.version}, data in ${home}`,
    lost: server.exited.then(() => `PostgreSQL ended by itself. What it said: ${logFile}`),
    close: () => server.stop(),
  };
}

async function holdDatabase(url: string): Promise<Database> {
  const client = await connect(url);
  // A connection that is lost later is the business of the CMS, which makes new ones.
  client.on('error', () => undefined);
  try {
    const version = await requireVersion(client);
    await holdAlone(client);
    return {
      url,
      description: `PostgreSQL ${version} at ${addressOf(url)}`,
      lost: new Promise(() => undefined),
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/**
 * Connects to a PostgreSQL that somebody else runs.
 *
 * @throws {Failure} saying what is wrong with DATABASE_URL
 */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: `S-tetic on ${os.hostname()}, process ${process.pid}`,
  });
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new Failure(unreachable(url, error as NodeJS.ErrnoException));
  }
}

/** unreachable('postgres://me@db/s', refused) // => 'Nothing answers at db:5432, the address in DATABASE_URL … ' */
export function unreachable(url: string, { code, message }: NodeJS.ErrnoException): string {
  const { username, pathname } = new URL(url);
  const address = addressOf(url);
  switch (code) {
    case '28P01':
    case '28000':
      return `PostgreSQL at ${address} refuses the user «${username}» or the password in DATABASE_URL. Correct them, or unset DATABASE_URL to use the embedded database.`;
    case '3D000':
      return `PostgreSQL at ${address} has no database «${pathname.slice(1)}», the one in DATABASE_URL. Create it: createdb -h ${new URL(url).hostname} ${pathname.slice(1)}`;
    case '53300':
      return `PostgreSQL at ${address} takes no more connections. Raise its max_connections, or stop what else uses it.`;
    default:
      return `Nothing usable answers at ${address}, the address in DATABASE_URL (${code ?? message}). Start PostgreSQL there, correct the address, or unset DATABASE_URL to use the embedded database.`;
  }
}

async function requireVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
  );
  const found = rows[0];
  if (!found || found.number < oldestVersion)
    throw new Failure(
      `The PostgreSQL of DATABASE_URL is version ${found?.version}; S-tetic needs 14 or later. Upgrade it, or unset DATABASE_URL to use the embedded database.`,
    );
  return found.version;
}

/** Two starts on one database would each change its schema under the other. The lock goes with the connection. */
async function holdAlone(client: pg.Client) {
  const key = "hashtextextended('S-tetic start', 0)";
  const { rows } = await client.query<{ held: boolean }>(`SELECT pg_try_advisory_lock(${key}) AS held`);
  if (rows[0]?.held) return;
  const { rows: holders } = await client.query<{ who: string }>(
    `SELECT application_name AS who FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND (classid::bigint << 32 | objid::bigint) = ${key}
       AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  throw new Failure(
    `The database of DATABASE_URL is held by another start (${holders[0]?.who ?? 'unknown'}). Stop that one, or give this one a database of its own.`,
  );
}

function addressOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || 5432}`;
}
