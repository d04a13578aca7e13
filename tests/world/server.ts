import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { connect } from '../../scripts/local/database.ts';
import { Failure } from '../../scripts/local/failure.ts';
import { startPostgres } from '../../scripts/local/postgres.ts';
import { stopLeftBehind } from '../../scripts/local/postgres-data.ts';
import { listLeftBehind, makeThrowawayHome } from '../../scripts/local/postgres-home.ts';
import { runToEnd } from '../../scripts/local/process.ts';
import { migrateProgram, type Place, withoutOurVariables } from '../../scripts/local/programs.ts';
import { makeSecrets, type Secrets } from '../../scripts/local/secrets.ts';
import type { Say } from '../../scripts/local/progress.ts';

/** A PostgreSQL for tests, with a database that is set up once and copied for each world. Plain data: it crosses processes. */
export interface TestServer {
  /** The address of a database from which others may be created. */
  url: string;
  template: string;
  secrets: Secrets;
  /** Where the worlds write what they keep and say. */
  folder: string;
}

export interface OpenTestServer extends AsyncDisposable {
  server: TestServer;
}

/**
 * Opens the server of DATABASE_URL, or one of our own in a folder that goes with it, and sets up the template there.
 * What an earlier run that was killed left behind is stopped and removed first.
 *
 * @param logs the folder for what the set-up and the worlds write
 */
export async function openTestServer(
  databaseUrl: string | undefined,
  logs: string,
  say: Say = () => undefined,
  signal?: AbortSignal,
): Promise<OpenTestServer> {
  mkdirSync(logs, { recursive: true });
  await using opening = new AsyncDisposableStack();
  const folder = await openThrowawayHome(opening);
  const secrets = makeSecrets();
  const url = databaseUrl ?? (await startOwnServer(opening, folder, secrets, logs));
  const template = `s_tetic_test_${process.pid}`;
  await createDatabase(url, template);
  opening.defer(() => dropDatabase(url, template));
  const server: TestServer = { url, template, secrets, folder };
  await runToEnd(migrateProgram(placeOnTemplate(server, logs), secrets.accounts), say, signal);
  const opened = opening.move();
  return { server, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

/** Makes a database of its own for one world, and gives its address. */
export async function copyTemplate({ url, template }: TestServer, name: string): Promise<string> {
  await createDatabase(url, name, template);
  return databaseAt(url, name);
}

/** Drops a database, with the connections that are still open on it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await query(url, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
    } catch (error) {
      // A worker of autovacuum is the superuser's, so that it is not ours to end. It is done in a moment.
      if ((error as { code?: string }).code !== '42501' || tries === 20) throw error;
      await delay(500);
    }
  }
}

async function openThrowawayHome(opening: AsyncDisposableStack): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  for (const left of listLeftBehind(isRoot)) {
    await stopLeftBehind(path.join(left, 'data'));
    rmSync(left, { recursive: true, force: true });
  }
  const home = makeThrowawayHome(isRoot);
  opening.defer(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

async function startOwnServer(opening: AsyncDisposableStack, home: string, secrets: Secrets, logs: string) {
  const logFile = path.join(logs, 'postgres.log');
  const postgres = await startPostgres({ home, password: secrets.databasePassword, logFile, volatile: true });
  opening.defer(() => postgres.stop());
  return postgres.url;
}

async function createDatabase(url: string, name: string, template?: string) {
  const copied = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : '';
  try {
    await query(url, `CREATE DATABASE ${pg.escapeIdentifier(name)}${copied}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new Failure(
      `The user of DATABASE_URL may not create databases, which the tests need: ALTER ROLE ${new URL(url).username} CREATEDB; or unset DATABASE_URL to test on the embedded one.`,
    );
  }
}

async function query(url: string, sql: string) {
  const client = await connect(url);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function databaseAt(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

/** The set-up listens nowhere: its addresses are only those that mails and links would carry. */
function placeOnTemplate({ url, template, secrets, folder }: TestServer, logs: string): Place {
  return {
    databaseUrl: databaseAt(url, template),
    secrets: secrets.environment,
    cms: { host: '127.0.0.1', port: 1337, url: 'http://127.0.0.1:1337', publicUrl: 'http://127.0.0.1:1337' },
    site: { host: '127.0.0.1', port: 4321, url: 'http://127.0.0.1:4321' },
    stateDir: folder,
    logs,
    inherited: withoutOurVariables(process.env),
  };
}
