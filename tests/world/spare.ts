import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findFreePort } from '../../scripts/local/port.ts';
import { type Program, startService, waitForAnswer } from '../../scripts/local/process.ts';
import {
  cmsHealth,
  cmsProgram,
  type Place,
  siteHealth,
  siteProgram,
  withoutOurVariables,
} from '../../scripts/local/programs.ts';
import { testLogs, unlimited, type WorldAddresses } from './world.ts';

/** One more process beside those of a world. */
export interface Spare {
  url: string;
  pid: number;
  /** Ends it, as a machine that stops (SIGTERM) or breaks (SIGKILL) would. Gives its exit code, or the signal that ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | NodeJS.Signals>;
}

/** Starts one more CMS on the database of a world, for tests that need two or that kill one, with the variables of that world. */
export async function startSpareCms(
  world: WorldAddresses,
  name: string,
  environment: Record<string, string> = {},
): Promise<Spare> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const { inherited, ...place } = placeIn(world, name);
  const cms = { host: '127.0.0.1', port, url, publicUrl: world.cmsUrl };
  const spare = { ...place, cms, inherited: { ...inherited, ...environment } };
  return start(cmsProgram(spare), cmsHealth(spare), url);
}

/** Starts one more site, which asks the CMS at `cmsUrl`: one of a world, or a proxy that stands before it. */
export async function startSpareSite(
  world: WorldAddresses,
  name: string,
  cmsUrl = world.cmsUrl,
  environment: Record<string, string> = {},
): Promise<Spare> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const { inherited, ...place } = placeIn(world, name);
  const spare = {
    ...place,
    cms: { ...place.cms, url: cmsUrl },
    site: { host: '127.0.0.1', port, url },
    inherited: { ...inherited, ...environment },
  };
  return start(siteProgram(spare), siteHealth(spare), url);
}

function placeIn(world: WorldAddresses, name: string): Place {
  const logs = path.join(testLogs, name);
  mkdirSync(logs, { recursive: true });
  return {
    databaseUrl: world.databaseUrl,
    secrets: world.secrets,
    cms: { host: '127.0.0.1', port: Number(new URL(world.cmsUrl).port), url: world.cmsUrl, publicUrl: world.cmsUrl },
    site: { host: '127.0.0.1', port: Number(new URL(world.siteUrl).port), url: world.siteUrl },
    stateDir: logs,
    logs,
    inherited: { ...withoutOurVariables(process.env), ...unlimited },
  };
}

async function start(program: Program, health: string, url: string): Promise<Spare> {
  const service = startService(program);
  await waitForAnswer(program, service, health);
  return { url, pid: service.pid, end: service.end };
}
