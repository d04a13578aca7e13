import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findFreePort } from '../../scripts/local/port.ts';
import { type Program, runToEnd, type Service, startService, waitForAnswer } from '../../scripts/local/process.ts';
import {
  cmsHealth,
  cmsProgram,
  migrateProgram,
  type Place,
  siteHealth,
  siteProgram,
  withoutOurVariables,
} from '../../scripts/local/programs.ts';
import type { Account, Secrets } from '../../scripts/local/secrets.ts';
import { copyTemplate, dropDatabase, openTestServer, type TestServer } from './server.ts';

/** Where a world is. Plain data: it crosses processes. */
export interface WorldAddresses {
  cmsUrl: string;
  siteUrl: string;
  databaseUrl: string;
  accounts: Account[];
  secrets: Secrets['environment'];
}

/** A fresh database with its first content, the CMS and the site on their real builds, all to oneself. */
export interface World extends WorldAddresses {
  startCms(): Promise<void>;
  stopCms(): Promise<void>;
  startSite(): Promise<void>;
  stopSite(): Promise<void>;
  /** Stops both and removes the database. Nothing is left. */
  stop(): Promise<void>;
}

/**
 * Starts a world. Under `npm test` its database is a copy, made in moments; alone, the server comes first (half a minute).
 *
 *     const world = await startWorld({ name: 'feed' });
 *     afterAll(() => world.stop());
 *
 * @param name names the database and the folder of its logs, .data/test-logs/<name>
 * @param environment variables that this world runs with beside its own
 * @param migrate brings the copied database to the build at hand first, where that is not the one it was made with
 * @param age makes the copied database what an older build left, before it is migrated
 */
export async function startWorld({
  name,
  environment = {},
  migrate = false,
  age,
}: {
  name: string;
  environment?: Record<string, string>;
  migrate?: boolean;
  age?: (databaseUrl: string) => Promise<void>;
}): Promise<World> {
  await using starting = new AsyncDisposableStack();
  const server = await findServer(starting);
  const database = `s_tetic_test_${process.pid}_${name.replace(/\W/g, '_')}`;
  const databaseUrl = await copyTemplate(server, database);
  starting.defer(() => dropDatabase(server.url, database));
  const place = await makePlace(server, name, databaseUrl, environment);
  await age?.(databaseUrl);
  if (migrate || age) await runToEnd(migrateProgram(place, []), () => undefined);
  const cms = startable(cmsProgram(place), cmsHealth(place));
  const site = startable(siteProgram(place), siteHealth(place));
  starting.defer(cms.stop);
  starting.defer(site.stop);
  await cms.start();
  await site.start();
  const started = starting.move();
  return {
    cmsUrl: place.cms.url,
    siteUrl: place.site.url,
    databaseUrl,
    accounts: server.secrets.accounts,
    secrets: place.secrets,
    startCms: cms.start,
    stopCms: cms.stop,
    startSite: site.start,
    stopSite: site.stop,
    stop: () => started.disposeAsync(),
  };
}

/** The environment variable in which `npm test` hands its server to the processes that run the tests. */
export const testServerVariable = 'S_TETIC_TEST_SERVER';

/** Where logs of tests are kept, for whoever has to find out why one failed. */
export const testLogs = path.resolve(import.meta.dirname, '../../.data/test-logs');

async function findServer(starting: AsyncDisposableStack): Promise<TestServer> {
  const given = process.env[testServerVariable];
  if (given) return JSON.parse(given) as TestServer;
  return starting.use(await openTestServer(process.env.DATABASE_URL, testLogs)).server;
}

/** Tests send from one address all day long. */
export const unlimited = {
  FORMS_PER_HOUR: '1000000',
  FORMS_PER_HOUR_WITHOUT_PROOF: '1000000',
  MAILS_PER_HOUR: '1000000',
};

async function makePlace(
  server: TestServer,
  name: string,
  databaseUrl: string,
  environment: Record<string, string>,
): Promise<Place> {
  const cmsPort = await findFreePort();
  const sitePort = await findFreePort();
  const cmsUrl = `http://127.0.0.1:${cmsPort}`;
  const logs = path.join(testLogs, name);
  mkdirSync(logs, { recursive: true });
  return {
    databaseUrl,
    secrets: server.secrets.environment,
    cms: { host: '127.0.0.1', port: cmsPort, url: cmsUrl, publicUrl: cmsUrl },
    site: { host: '127.0.0.1', port: sitePort, url: `http://127.0.0.1:${sitePort}` },
    stateDir: path.join(server.folder, name),
    logs,
    inherited: { ...withoutOurVariables(process.env), ...unlimited, ...environment },
  };
}

function startable(program: Program, health: string) {
  let service: Service | undefined;
  return {
    async start() {
      service = startService(program);
      await waitForAnswer(program, service, health);
    },
    async stop() {
      await service?.stop();
      service = undefined;
    },
  };
}
