import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '@s-tetic/config/environment';
import type { Place } from './programs.ts';
import type { Secrets } from './secrets.ts';

/** Where npm start and npm run dev run the two programs. A secret that the operator set wins over the one made here. */
export function placeOf(environment: Environment<'scripts'>, secrets: Secrets, databaseUrl: string): Place {
  const { stateDir, logs } = openFolders(environment);
  return {
    databaseUrl,
    secrets: secretsOf(process.env, secrets.environment),
    cms: {
      host: environment.CMS_HOST,
      port: environment.CMS_PORT,
      url: environment.CMS_URL,
      publicUrl: environment.CMS_PUBLIC_URL,
    },
    site: { host: environment.SITE_HOST, port: environment.SITE_PORT, url: environment.SITE_URL },
    stateDir,
    logs,
    inherited: process.env,
  };
}

/** Where this machine keeps what is not in the repository. The folders exist after this, for this user alone. */
export function openFolders(environment: Environment<'scripts'>): { stateDir: string; logs: string } {
  const stateDir = path.resolve(environment.STATE_DIR);
  const logs = path.join(stateDir, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  return { stateDir, logs };
}

function secretsOf(source: NodeJS.ProcessEnv, made: Secrets['environment']): Secrets['environment'] {
  const entries = Object.entries(made).map(([name, value]) => [name, source[name] || value]);
  return Object.fromEntries(entries) as Secrets['environment'];
}
