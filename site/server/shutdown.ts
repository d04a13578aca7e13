import type { Server } from 'node:http';

/** Milliseconds given to the requests in flight. */
const PATIENCE = 10_000;

/** Milliseconds between two looks at the connections that came to rest. */
const INTERVAL = 50;

/** Accepts no more connections, lets the requests in flight finish, then closes what is left. */
export async function closeGracefully(server: Server, patience = PATIENCE): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept-alive connection comes to rest only once its answer is sent, after `close` has looked.
  const sweep = setInterval(() => server.closeIdleConnections(), INTERVAL);
  const deadline = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
}

/** Runs `stop` at the first SIGTERM or SIGINT; a second one ends the process at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      void stop();
    });
  }
}
