import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

export interface Proxy extends AsyncDisposable {
  url: string;
}

/**
 * Stands before one or several servers as an operator's proxy does: takes them in turn, and passes over one that refuses the connection.
 * What breaks after that breaks for the client too.
 *
 * @param targets where the servers are at the moment
 * @param onAnswer told of each answer that passes
 */
export async function startProxy(
  targets: () => readonly string[],
  onAnswer: (asked: IncomingMessage, answer: IncomingMessage) => void = () => undefined,
): Promise<Proxy> {
  let turn = 0;
  const server = createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming).catch(() => undefined);
    if (!body) return outgoing.destroy();
    const urls = targets();
    turn += 1;
    return pass(incoming, body, outgoing, [...urls.slice(turn % urls.length), ...urls.slice(0, turn % urls.length)]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };

  function pass(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse, [target, ...others]: string[]) {
    if (!target) return void outgoing.writeHead(502).end();
    const { method, url = '/', headers } = incoming;
    // A connection of its own: one that is kept may be closed by the server at the moment it is used again.
    const options = { method, headers, agent: false };
    const asked = request(new URL(url, target), options, (answer) => {
      onAnswer(incoming, answer);
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => outgoing.destroy());
      answer.pipe(outgoing);
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && !outgoing.headersSent) pass(incoming, body, outgoing, others);
      else outgoing.destroy();
    });
    outgoing.on('close', () => asked.destroy());
    asked.end(body);
  }
}
