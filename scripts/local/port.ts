import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from './failure.ts';

/** A TCP port of this machine that nothing listens on now. */
export async function findFreePort(): Promise<number> {
  const server = await listen(0, '127.0.0.1');
  // Strings are the addresses of servers that listen on a file, null that of one that does not listen.
  const { port } = server.address() as AddressInfo;
  await close(server);
  return port;
}

/**
 * Makes sure that a program will get its port.
 *
 * @param patience how long, in milliseconds, what holds the port may take to leave it
 * @throws {Failure} saying which variable chooses another port
 */
export async function requirePort(variable: 'SITE_PORT' | 'CMS_PORT', port: number, host: string, patience = 0) {
  const deadline = Date.now() + patience;
  while (!(await isFree(port, host))) {
    if (Date.now() >= deadline) throw new Failure(portTaken(variable, port));
    await wait(200);
  }
}

/** portTaken('SITE_PORT', 4321) // => 'Port 4321 is taken … SITE_PORT=4322 npm start' */
export function portTaken(variable: string, port: number): string {
  return `Port ${port} is taken by another program. Stop that program, or choose another port: ${variable}=${port + 1} npm start`;
}

async function isFree(port: number, host: string): Promise<boolean> {
  try {
    await close(await listen(port, host));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return false;
    if (code === 'EACCES') throw new Failure(`This user may not listen on port ${port}. Choose a port above 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Failure(`${host} is not an address of this machine. Correct SITE_HOST or CMS_HOST.`);
    throw error;
  }
}

function listen(port: number, host: string) {
  const { promise, resolve, reject } = Promise.withResolvers<ReturnType<typeof createServer>>();
  const server = createServer();
  server.once('error', reject).listen({ port, host, exclusive: true }, () => resolve(server));
  return promise;
}

function close(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
