import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The least that Node can do: sends the same bytes to all who ask for `/<number of a sample>`. */
const [port, file] = process.argv.slice(2);
const samples = (JSON.parse(readFileSync(file!, 'utf8')) as { status: number; headers: string[]; body: string }[]).map(
  ({ body, ...head }) => ({ ...head, bytes: Buffer.from(body, 'base64') }),
);

createServer(({ url }, response) => {
  const { status, headers, bytes } = samples[Number(url!.slice(1))]!;
  response.writeHead(status, headers);
  response.end(bytes);
}).listen(Number(port), '127.0.0.1');
