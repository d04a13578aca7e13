import { spawn } from 'node:child_process';
import { runCommand } from './local/command.ts';
import { formatSeconds } from './local/progress.ts';
import { projectRoot } from './local/project.ts';

/** What is checked, in the order in which a failure is most worth knowing: a title, and a program of node_modules/.bin. */
const checks: [title: string, command: string, args: string[]][] = [
  ['Types of config, scripts and tests', 'tsc', ['--noEmit', '-p', '.']],
  ['Types of the CMS', 'tsc', ['--noEmit', '-p', 'cms']],
  ['Types of the admin panel', 'tsc', ['--noEmit', '-p', 'cms/src/admin']],
  ['Types of the site', 'astro', ['check', '--root', 'site']],
  ['Lint', 'eslint', ['.', '--max-warnings=0']],
  ['Formatting', 'prettier', ['--check', '--log-level=warn', '.']],
];

await runCommand(async (signal) => {
  const failed: string[] = [];
  for (const [title, command, args] of checks) {
    signal.throwIfAborted();
    const started = Date.now();
    const { code, output } = await run(command, args, signal);
    const seconds = formatSeconds((Date.now() - started) / 1000);
    process.stdout.write(`${code === 0 ? '✔' : '✘'} ${title}  ${seconds}\n${code === 0 ? '' : output}`);
    if (code !== 0) failed.push(title);
  }
  process.stdout.write(failed.length === 0 ? '\nAll clean.\n' : `\nNot clean: ${failed.join(', ')}.\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
});

async function run(command: string, args: string[], signal: AbortSignal): Promise<{ code: number; output: string }> {
  const child = spawn(`${projectRoot}/node_modules/.bin/${command}`, args, {
    cwd: projectRoot,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      PATH: `${projectRoot}/node_modules/.bin:${process.env.PATH}`,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve(code ?? 1));
  });
  return { code, output };
}
