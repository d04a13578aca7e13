import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { WorldAddresses } from './world.ts';

/** A route as the router of the CMS knows it; `path` is a pattern of Koa. */
export interface CmsRoute {
  readonly method: string;
  readonly path: string;
}

const cms = path.resolve(import.meta.dirname, '../../cms');

/** Loads Strapi as it starts, and has its own router say which routes it answers: one that nobody thought of is there too. */
const program = `
const { createStrapi } = require('@strapi/strapi');
createStrapi({ appDir: process.cwd(), distDir: process.cwd() + '/dist' }).load().then((strapi) => {
  const routes = strapi.server.mount().listRoutes().map(({ methods, path }) => ({ methods, path }));
  process.stdout.write('\\n@routes ' + JSON.stringify(routes) + '\\n', () => process.exit(0));
});`;

/**
 * Every route of the CMS, on the database of a world: readers of content first, then what acts, last what would log a caller out.
 */
export async function listRoutes({ databaseUrl, secrets }: WorldAddresses): Promise<CmsRoute[]> {
  const env = { ...process.env, ...secrets, DATABASE_URL: databaseUrl, NODE_ENV: 'production' };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], { cwd: cms, env });
  const [, json] = /^@routes (.*)$/m.exec(stdout) ?? [];
  if (!json) throw new Error(`Strapi told no routes. It wrote: ${stdout.slice(-2000)}`);
  const routes = (JSON.parse(json) as { methods: string[]; path: string }[]).flatMap(({ methods, path }) =>
    methods.filter((method) => asked.has(method)).map((method) => ({ method, path })),
  );
  const known = new Map(routes.map((route) => [`${endsSession(route)} ${route.path} ${route.method}`, route]));
  return [...known].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, route]) => route);
}

/** Routes that answer every method answer CONNECT and HEAD too, which tell nothing more. */
const asked = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

const endsSession = ({ path }: CmsRoute): number => Number(/logout|sessions|access-token|reset-password/.test(path));
