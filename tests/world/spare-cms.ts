import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { findFreePort } from '../../scripts/local/port.ts';
import { waitForAnswer } from '../../scripts/local/process.ts';
import { cmsHealth, cmsProgram, withoutOurVariables } from '../../scripts/local/programs.ts';
import { testLogs, type WorldAddresses } from './world.ts';

/** One more CMS process on the database of a world. */
export interface SpareCms {
  url: string;
  /** Ends it, as a machine that stops would with `SIGKILL`. Settles with how it ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | NodeJS.Signals>;
}

/** Starts one more CMS on the database of a world, for tests that need two or that kill one. */
export async function startSpareCms(world: WorldAddresses, name: string): Promise<SpareCms> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const place = {
    databaseUrl: world.databaseUrl,
    secrets: world.secrets,
    cms: { host: '127.0.0.1', port, url, publicUrl: url },
    site: { host: '127.0.0.1', port: Number(new URL(world.siteUrl).port), url: world.siteUrl },
    stateDir: testLogs,
    logs: testLogs,
    inherited: withoutOurVariables(process.env),
  };
  const program = { ...cmsProgram(place), title: 'The spare CMS', logFile: path.join(testLogs, `cms-${name}.log`) };
  const log = openSync(program.logFile, 'w');
  const followParent = path.resolve(import.meta.dirname, '../../scripts/local/follow-parent.ts');
  const child = spawn(process.execPath, ['--import', followParent, ...program.args], {
    cwd: program.cwd,
    env: program.env,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const ended = once(child, 'exit').then(([code, signal]) => (signal ?? code) as number | NodeJS.Signals);
  const exited = ended.then((how) => `It ended by itself (${how}).`);
  await waitForAnswer(program, { exited, stop: async () => void child.kill() }, cmsHealth(place));
  return {
    url,
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
