import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** One answer with its bytes as they came over the wire: `fetch` would decode them. */
export async function askRaw(
  url: string,
  encoding: string,
): Promise<{ status: number; headers: [string, string][]; body: Buffer }> {
  const asked = request(url, { agent: false, headers: { 'accept-encoding': encoding } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const body = await buffer(answer);
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as [string, string]);
  return { status: answer.statusCode!, headers, body };
}
