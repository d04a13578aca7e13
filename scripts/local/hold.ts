import { existsSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { Failure } from './failure.ts';

/** What a running command tells to another one of the same project. */
export interface Holder {
  verb: 'start' | 'dev' | 'seed';
  pid: number;
  /** Where the site is, or will be. */
  siteUrl: string;
  /** Known once the database is up. */
  databaseUrl?: string;
}

export interface Hold {
  /** Whether the command that held it before was killed: what it started may still be ending. */
  afterKill: boolean;
  /** Completes what the holder tells. */
  tell(more: Partial<Holder>): void;
  release(): void;
}

/**
 * Takes the state folder for this command, until release() or the end of the process.
 * It is held by a socket that listens, because the system closes that with the process: nothing is left to go stale
 * but a file, which nobody answers on.
 *
 * @throws {Failure} when another running command holds it
 */
export async function holdState(stateDir: string, holder: Holder): Promise<Hold> {
  const other = await findHolder(stateDir);
  if (other) throw new Failure(alreadyRuns(other));
  const socket = socketPath(stateDir);
  const afterKill = existsSync(socket);
  rmSync(socket, { force: true });
  const told = { ...holder };
  const server = createServer((client) => client.on('error', () => undefined).end(JSON.stringify(told)));
  await listen(server, socket);
  server.unref();
  return {
    afterKill,
    tell: (more) => void Object.assign(told, more),
    release: () => void server.close(),
  };
}

/** The running command that holds the state folder, if any. */
export async function findHolder(stateDir: string): Promise<Holder | undefined> {
  const { promise, resolve } = Promise.withResolvers<Holder | undefined>();
  let answer = '';
  connect(socketPath(stateDir))
    .setEncoding('utf8')
    .on('data', (text) => (answer += text))
    .on('end', () => resolve(JSON.parse(answer) as Holder))
    .on('error', () => resolve(undefined));
  return promise;
}

/** alreadyRuns({ verb: 'start', pid: 12, siteUrl: 'http://localhost:4321' }) // => 'S-tetic already runs here …' */
export function alreadyRuns({ verb, pid, siteUrl }: Holder): string {
  return `S-tetic already runs here (npm run ${verb}, process ${pid}), at ${siteUrl}. Use that one, or stop it first: Ctrl-C in its terminal, or kill ${pid}`;
}

/** Relative where that is shorter: the system takes about a hundred bytes for the path of a socket. */
function socketPath(stateDir: string): string {
  const absolute = path.resolve(stateDir, 'running.sock');
  const relative = path.relative(process.cwd(), absolute);
  return relative.length < absolute.length ? relative : absolute;
}

function listen(server: Server, socket: string): Promise<void> {
  return new Promise((resolve, reject) => server.once('error', reject).listen(socket, () => resolve()));
}
