import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { startPostgres } from './postgres.ts';
import { makeThrowawayHome } from './postgres-home.ts';

const home = makeThrowawayHome(process.getuid?.() === 0);
const options = { home, password: 'c0ffee', logFile: path.join(home, 'postgres.log'), volatile: true };
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('the embedded database has what S-tetic needs of it, and its role may do no more', async () => {
  const server = await startPostgres(options);
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query('CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm');
  const { rows } = await client.query("SELECT unaccent('élève') AS plain, 'é' < 'f' AS french");
  expect(rows).toEqual([{ plain: 'eleve', french: true }]);
  await expect(client.query("COPY (SELECT 1) TO PROGRAM 'true'")).rejects.toThrow('permission denied');
  await client.end();
  await server.stop();
  expect(existsSync(path.join(home, 'data/postmaster.pid'))).toBe(false);
});

test('a server left behind by a start that was killed is taken over, with what was written', async () => {
  const [first = ''] = startAndDie('CREATE TABLE kept AS SELECT 42 AS answer');
  const server = await startPostgres(options);
  expect(readFileSync(path.join(home, 'data/postmaster.pid'), 'utf8').split('\n')[0]).not.toBe(first);
  const client = new pg.Client(server.url);
  await client.connect();
  expect((await client.query('SELECT answer FROM kept')).rows).toEqual([{ answer: 42 }]);
  await client.end();
  await server.stop();
});

/** Starts the server in another process, which ends without a word to it. Gives the server's process number. */
function startAndDie(sql: string): string[] {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(path.join(import.meta.dirname, 'postgres.ts'))});
    const { default: pg } = await import('pg');
    const server = await startPostgres(${JSON.stringify(options)});
    const client = new pg.Client(server.url);
    await client.connect();
    await client.query(${JSON.stringify(sql)});
    process.kill(process.pid, 'SIGKILL');`;
  try {
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname, stdio: 'pipe' });
  } catch {
    return readFileSync(path.join(home, 'data/postmaster.pid'), 'utf8').split('\n');
  }
  throw new Error('The process that was to be killed ended by itself.');
}
