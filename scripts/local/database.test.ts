import { expect, test } from 'vitest';
import { openDatabase, unreachable } from './database.ts';
import { findFreePort } from './port.ts';

const embedded = { stateDir: '', password: '', logs: '' };

test('a DATABASE_URL at which nothing answers is told as such', async () => {
  const port = await findFreePort();
  await expect(openDatabase(`postgres://me:secret@127.0.0.1:${port}/site`, embedded)).rejects.toThrow(
    `Nothing usable answers at 127.0.0.1:${port}, the address in DATABASE_URL (ECONNREFUSED). Start PostgreSQL there, correct the address, or unset DATABASE_URL to use the embedded database.`,
  );
});

test('a refused password and a missing database are told without the password', () => {
  const url = 'postgres://me:secret@db.example/site';
  expect(unreachable(url, error('28P01'))).toBe(
    'PostgreSQL at db.example:5432 refuses the user «me» or the password in DATABASE_URL. Correct them, or unset DATABASE_URL to use the embedded database.',
  );
  expect(unreachable(url, error('3D000'))).toBe(
    'PostgreSQL at db.example:5432 has no database «site», the one in DATABASE_URL. Create it: createdb -h db.example site',
  );
});

function error(code: string) {
  return Object.assign(new Error(code), { code });
}
