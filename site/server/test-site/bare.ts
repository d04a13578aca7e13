import { createServer } from 'node:http';

/** The least that Node can do: sends the same bytes to all. They come as one JSON argument: header list and body in base64. */
const { headers, body } = JSON.parse(process.argv[2] ?? '{}') as { headers: string[]; body: string };
const bytes = Buffer.from(body, 'base64');

const server = createServer((_, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port));
