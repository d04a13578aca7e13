import { existsSync } from 'node:fs';
import path from 'node:path';
import { explain } from './failure.ts';
import { projectRoot } from './project.ts';

/**
 * Runs the work of one command: reads the .env file, turns the ways of being stopped into one signal,
 * and ends with one clear sentence and an exit code of 1 when the work fails, 130 when it was stopped before its end.
 */
export async function runCommand(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  process.chdir(projectRoot);
  // A terminal that was closed takes no more words, and that is no reason to leave things running.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const envFile = path.join(projectRoot, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const signal = stopSignal();
  try {
    await work(signal);
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
