import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { findFreePort, requirePort } from './port.ts';

const taken = createServer();
afterEach(() => taken.close());

test('a port that is free is no matter', async () => {
  await requirePort('SITE_PORT', await findFreePort(), '127.0.0.1');
});

test('a port that is taken is told with the variable that chooses another', async () => {
  const port = await take();
  await expect(requirePort('SITE_PORT', port, '127.0.0.1')).rejects.toThrow(
    `Port ${port} is taken by another program. Stop that program, or choose another port: SITE_PORT=${port + 1} npm start`,
  );
});

test('a program that is still ending gets the time to leave its port', async () => {
  const port = await take();
  setTimeout(() => taken.close(), 300);
  await requirePort('CMS_PORT', port, '127.0.0.1', 5_000);
});

async function take(): Promise<number> {
  const port = await findFreePort();
  await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  return port;
}
