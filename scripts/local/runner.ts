import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { projectRoot } from './project.ts';

/** A runner of tests: its program under node_modules, and what it is asked. */
export interface Runner {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Runs it to its end, and gives its exit code. Ctrl-C reaches it in its own right, as it is in our process group.
 *
 * @param out where it speaks; straight to the terminal when absent
 */
export async function runTests({ program, args, env }: Runner, signal: AbortSignal, out?: Writable): Promise<number> {
  if (signal.aborted) return 130;
  const voice = out ? 'pipe' : 'inherit';
  const runner = spawn(process.execPath, [path.join(projectRoot, 'node_modules', program), ...args], {
    cwd: projectRoot,
    stdio: ['inherit', voice, voice],
    env,
  });
  if (out) for (const said of [runner.stdout, runner.stderr]) said?.pipe(out, { end: false });
  const stop = () => runner.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const code = await new Promise<number>((resolve) => runner.once('close', (code) => resolve(code ?? 1)));
  signal.removeEventListener('abort', stop);
  return code;
}
