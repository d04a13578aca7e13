import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '@s-tetic/config/environment';
import { Failure } from './failure.ts';

/** One login of the admin panel, as the CMS makes it when it is missing. */
export type Account = Environment<'cms'>['ACCOUNTS'][number];

/** What this machine made for itself. Whoever reads the file can log in to everything that `npm start` runs. */
export interface Secrets {
  /** The password of S-tetic's role in the embedded database. */
  databasePassword: string;
  /** Environment variables of the two programs, by name. */
  environment: Record<
    'SITE_TOKEN' | 'APP_KEYS' | 'ADMIN_JWT_SECRET' | 'API_TOKEN_SALT' | 'TRANSFER_TOKEN_SALT' | 'ENCRYPTION_KEY',
    string
  >;
  accounts: Account[];
}

/**
 * Reads the secrets of this machine, made on first use in `<stateDir>/secrets.json` (mode 0600).
 *
 * @throws {Failure} when the file is damaged: new secrets would lock the database they belong to
 */
export function openSecrets(stateDir: string): Secrets {
  const file = path.join(stateDir, 'secrets.json');
  if (!existsSync(file)) {
    // Written whole, then named: a start that is interrupted leaves no half of it.
    writeFileSync(`${file}.unfinished`, `${JSON.stringify(makeSecrets(), null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.unfinished`, file);
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Failure(
      `${file} is not JSON any more. Put it back from a copy; to start anew and lose the embedded database, remove its folder.`,
    );
  }
}

/** A whole set of new secrets. */
export function makeSecrets(): Secrets {
  return {
    databasePassword: makeKey(),
    environment: {
      SITE_TOKEN: makeKey(),
      APP_KEYS: `${makeKey()},${makeKey()}`,
      ADMIN_JWT_SECRET: makeKey(),
      API_TOKEN_SALT: makeKey(),
      TRANSFER_TOKEN_SALT: makeKey(),
      ENCRYPTION_KEY: makeKey(),
    },
    accounts: [
      makeAccount('editor', 'Rédaction'),
      makeAccount('moderator', 'Modération'),
      makeAccount('translator', 'Traduction'),
      makeAccount('administrator', 'Administration'),
    ],
  };
}

function makeAccount(role: Account['role'], firstname: string): Account {
  return { role, email: `${role}@s-tetic.example`, password: makePassword(), firstname, lastname: 'S-tetic' };
}

function makeKey(): string {
  return randomBytes(32).toString('hex');
}

/** Four groups of four, without the signs that are mistaken for one another; Strapi wants both cases and a digit. */
function makePassword(): string {
  const signs = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  const password = [group(), group(), group(), group()].join('-');
  return /[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password) ? password : makePassword();
}
