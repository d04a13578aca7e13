import { createRequire } from 'node:module';
import path from 'node:path';
import { environments } from '@s-tetic/config/environment';
import { thriftyStart } from '../../site/server/thrift.ts';
import type { Program } from './process.ts';
import { projectRoot } from './project.ts';
import type { Account, Secrets } from './secrets.ts';

/** Everything that decides where the two programs are and what they stand on. */
export interface Place {
  databaseUrl: string;
  secrets: Secrets['environment'];
  cms: { host: string; port: number; url: string; publicUrl: string };
  site: { host: string; port: number; url: string };
  /** What the site keeps between two runs. */
  stateDir: string;
  logs: string;
  /** What the person who runs the command set, passed on as it is. */
  inherited: NodeJS.ProcessEnv;
}

const cmsFolder = path.join(projectRoot, 'cms');
const siteFolder = path.join(projectRoot, 'site');

/** The CMS on its build, in the foreground. */
export function cmsProgram(place: Place): Program {
  return cmsCommand(place, 'The CMS', [strapi(), 'start'], 'cms.log');
}

/** One run that brings the schema up to date, and makes the roles, the locales, the first content and the accounts that are missing. */
export function migrateProgram(place: Place, accounts: Account[]): Program {
  const program = cmsCommand(place, 'The set-up of the database', ['dist/src/lib/migrate-and-seed.js'], 'migrate.log');
  return { ...program, env: { ...program.env, ACCOUNTS: JSON.stringify(accounts) } };
}

/** The site on its build, in the foreground. */
export function siteProgram(place: Place): Program {
  return siteCommand(place, 'The site', [...thriftyStart.arguments, 'server/serve.ts'], 'site.log');
}

export function cmsBuildProgram(logs: string): Program {
  return cmsCommand(placeOfBuilds(logs), 'The build of the CMS', [strapi(), 'build'], 'build-cms.log');
}

export function siteBuildProgram(logs: string): Program {
  return siteCommand(placeOfBuilds(logs), 'The build of the site', [astro(), 'build'], 'build-site.log');
}

/** The CMS without its panel: seconds, where the whole build takes a minute. */
export function cmsCompileProgram(logs: string): Program {
  const compiler = path.join(packageFolder(cmsFolder, '@strapi/typescript-utils'), 'node_modules/typescript/bin/tsc');
  return cmsCommand(placeOfBuilds(logs), 'The compilation of the CMS', [compiler, '-p', '.'], 'compile-cms.log');
}

/** The CMS as its developers run it: restarts on save, panel with hot reload. */
export function cmsDevProgram(place: Place): Program {
  const program = cmsCommand(place, 'The CMS', [strapi(), 'develop'], 'cms.log');
  return { ...program, env: { ...program.env, NODE_ENV: 'development' } };
}

/** The site as its developers run it: pages reload on save. */
export function siteDevProgram(place: Place): Program {
  const address = ['--host', place.site.host, '--port', String(place.site.port)];
  const program = siteCommand(place, 'The site', [astro(), 'dev', ...address], 'site.log');
  return { ...program, env: { ...program.env, NODE_ENV: 'development' } };
}

/** What says that the CMS is ready. */
export function cmsHealth(place: Place): string {
  return `${place.cms.url}/_health`;
}

/** What says that the site is ready. */
export function siteHealth(place: Place): string {
  return `http://${reachable(place.site.host)}:${place.site.port}/healthz`;
}

/** An address to reach on this machine what listens on `host`. */
export function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function cmsCommand(place: Place, title: string, args: string[], log: string): Program {
  const env = {
    ...commonEnvironment(place),
    ...place.secrets,
    DATABASE_URL: place.databaseUrl,
    CMS_HOST: place.cms.host,
    STRAPI_TELEMETRY_DISABLED: 'true',
    // Counts only while the table of locales is empty.
    STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'fr',
  };
  return { title, args, cwd: cmsFolder, env, logFile: path.join(place.logs, log) };
}

function siteCommand(place: Place, title: string, args: string[], log: string): Program {
  const env = {
    ...commonEnvironment(place),
    ...thriftyStart.environment,
    SITE_TOKEN: place.secrets.SITE_TOKEN,
    SITE_HOST: place.site.host,
    STATE_DIR: place.stateDir,
    ASTRO_TELEMETRY_DISABLED: '1',
    // Astro would otherwise leave the server to itself in the background, where nothing stops it.
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
  };
  return { title, args, cwd: siteFolder, env, logFile: path.join(place.logs, log) };
}

function commonEnvironment(place: Place): NodeJS.ProcessEnv {
  return {
    ...place.inherited,
    NODE_ENV: 'production',
    CMS_PORT: String(place.cms.port),
    CMS_URL: place.cms.url,
    CMS_PUBLIC_URL: place.cms.publicUrl,
    SITE_PORT: String(place.site.port),
    SITE_URL: place.site.url,
  };
}

/** What a person set for something else than S-tetic: a build and a test must not depend on their variables. */
export function withoutOurVariables(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = new Set(Object.values(environments).flatMap((schema) => Object.keys(schema.shape)));
  return Object.fromEntries(Object.entries(source).filter(([name]) => !ours.has(name)));
}

/** A build reads the settings but keeps none of them: it gets values that are nobody's. */
function placeOfBuilds(logs: string): Place {
  const none = 'not-used-by-a-build';
  return {
    databaseUrl: 'postgres://build@127.0.0.1:1/build',
    secrets: {
      SITE_TOKEN: none,
      APP_KEYS: `${none},${none}`,
      ADMIN_JWT_SECRET: none,
      API_TOKEN_SALT: none,
      TRANSFER_TOKEN_SALT: none,
      ENCRYPTION_KEY: none,
    },
    cms: { host: '127.0.0.1', port: 1337, url: 'http://127.0.0.1:1337', publicUrl: 'http://localhost:1337' },
    site: { host: '127.0.0.1', port: 4321, url: 'http://localhost:4321' },
    stateDir: logs,
    logs,
    inherited: withoutOurVariables(process.env),
  };
}

function strapi(): string {
  return path.join(packageFolder(cmsFolder, '@strapi/strapi'), 'bin/strapi.js');
}

function astro(): string {
  return path.join(packageFolder(siteFolder, 'astro'), 'bin/astro.mjs');
}

function packageFolder(from: string, name: string): string {
  return path.dirname(createRequire(path.join(from, 'package.json')).resolve(`${name}/package.json`));
}
