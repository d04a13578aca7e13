import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findFreePort } from '../local/port.ts';
import { type Program, startService, waitForAnswer } from '../local/process.ts';

/** One answer of the site, byte for byte, that others are to send as well. */
export interface Sample {
  /** «home, br» */
  name: string;
  path: string;
  encoding: 'identity' | 'br';
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** A server that is measured: ours, or one that ours is compared with. */
export interface Contender {
  name: string;
  /** The address at which it sends a sample; undefined when it has no such thing to send. */
  urlOf(sample: Sample): string | undefined;
  pid: number;
}

/** A bare `node:http` server that sends the samples. It does nothing else: this is what Node costs. */
export async function startBare(running: AsyncDisposableStack, folder: string, samples: Sample[]): Promise<Contender> {
  const port = await findFreePort();
  const given = samples.map(({ status, headers, body }) => ({
    status,
    headers: headers.flat(),
    body: body.toString('base64'),
  }));
  const file = path.join(folder, 'samples.json');
  writeFileSync(file, JSON.stringify(given));
  const program: Program = {
    title: 'The bare server',
    args: [path.join(import.meta.dirname, 'bare-server.ts'), String(port), file],
    cwd: folder,
    env: process.env,
    logFile: path.join(folder, 'bare.log'),
  };
  const service = startService(program);
  running.defer(service.stop);
  await waitForAnswer(program, service, `http://127.0.0.1:${port}/0`);
  return {
    name: 'bare node:http',
    urlOf: (sample) => `http://127.0.0.1:${port}/${samples.indexOf(sample)}`,
    pid: service.pid,
  };
}

/** nginx with one worker, sending the samples as files; undefined where it is not installed. */
export async function startNginx(
  running: AsyncDisposableStack,
  folder: string,
  samples: Sample[],
): Promise<Contender | undefined> {
  if (spawnSync('nginx', ['-v']).error) return undefined;
  const port = await findFreePort();
  const root = path.join(folder, 'nginx');
  mkdirSync(root, { recursive: true });
  // Its worker runs as another user than root.
  for (const place of [folder, root]) chmodSync(place, 0o755);
  const pages = samples.filter(({ status }) => status === 200);
  for (const sample of pages) writeFileSync(path.join(root, String(samples.indexOf(sample))), sample.body);
  const config = path.join(folder, 'nginx.conf');
  writeFileSync(config, describeNginx(port, root, samples));
  const child = spawn('nginx', ['-c', config, '-g', 'daemon off;'], { stdio: 'ignore' });
  running.defer(async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGQUIT');
    await ended;
    rmSync(root, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${port}`;
  const answers = () => fetch(`${url}/0`).then((response) => response.body?.cancel());
  while (
    !(await answers().then(
      () => true,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    name: 'nginx, one worker',
    urlOf: (sample) => (pages.includes(sample) ? `${url}/${samples.indexOf(sample)}` : undefined),
    pid: workerOf(child.pid!),
  };
}

/** The headers that matter to a client are sent by nginx too; what it makes by itself (ETag, length) is its own. */
function describeNginx(port: number, root: string, samples: Sample[]): string {
  const made = new Set(['etag', 'content-length', 'content-type', 'date', 'connection', 'last-modified', 'keep-alive']);
  const locations = samples.map(({ headers }, index) => {
    const type = headers.find(([name]) => name === 'content-type')?.[1] ?? 'text/html';
    const added = headers.filter(([name]) => !made.has(name));
    const lines = added.map(([name, value]) => `add_header ${name} '${value.replaceAll(`'`, `\\'`)}';`);
    return `location = /${index} { default_type '${type}'; ${lines.join(' ')} }`;
  });
  return `
    worker_processes 1;
    pid ${path.join(root, 'nginx.pid')};
    error_log stderr crit;
    events { worker_connections 1024; }
    http {
      access_log off;
      sendfile on;
      tcp_nopush on;
      keepalive_requests 1000000;
      open_file_cache max=1000;
      types { }
      server {
        listen 127.0.0.1:${port} backlog=1024;
        root ${root};
        ${locations.join('\n        ')}
      }
    }`;
}

function workerOf(master: number): number {
  const { stdout } = spawnSync('pgrep', ['-P', String(master)], { encoding: 'utf8' });
  return Number(stdout.split('\n')[0]);
}
