import { existsSync } from 'node:fs';
import path from 'node:path';
import { explain } from './failure.ts';
import { projectRoot } from './project.ts';

/**
 * Runs the work of one command: reads the .env file, turns the ways of being stopped into one signal,
 * and ends the process with one clear sentence when the work fails.
 *
 * @param work gives the exit code, 0 when it gives none
 */
export async function runCommand(work: (signal: AbortSignal) => Promise<number | void>): Promise<void> {
  process.chdir(projectRoot);
  // A terminal that was closed takes no more words, and that is no reason to leave things running.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const envFile = path.join(projectRoot, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const signal = stopSignal();
  try {
    process.exitCode = (await work(signal)) ?? 0;
  } catch (error) {
    if (!signal.aborted) process.stderr.write(`\n${explain(error)}\n`);
    process.exitCode = signal.aborted ? 130 : 1;
  }
}

/** Ctrl-C, kill, the terminal closed, or the npm that started us gone. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  process.on('disconnect', stop);
  process.channel?.unref();
  return controller.signal;
}

/** Settles when the command is asked to stop. */
export function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}
