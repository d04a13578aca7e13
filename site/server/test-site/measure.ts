import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { TestCms } from './cms.ts';
import { TestWorld } from './world.ts';

/**
 * Measures a hit against a bare `node:http` server that sends the same bytes, in turn and in the same run.
 *
 *     node site/server/test-site/measure.ts
 */
const ROUNDS = 7;
const SECONDS = 3;
const CONNECTIONS = 64;

const cms = await new TestCms().start();
cms.texts.set('/home', 'Bienvenue');
const world = new TestWorld(cms);
const site = await world.startSite();

for (const encoding of ['identity', 'br']) {
  const { headers, body } = await site.ask('/', { headers: { 'accept-encoding': encoding } });
  const bare = await startBare(headers, body);
  const ratios: number[] = [];
  const latencies: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const one = await load(bare.url, encoding);
    const other = await load(`${site.url}/`, encoding);
    // The first round warms up.
    if (round === 0) continue;
    ratios.push(other.requests.average / one.requests.average);
    latencies.push(other.latency.p99 / Math.max(1, one.latency.p99));
    console.log(
      `${encoding} ${body.length} B: bare ${one.requests.average.toFixed(0)}/s p99 ${one.latency.p99} ms · ` +
        `hit ${other.requests.average.toFixed(0)}/s p99 ${other.latency.p99} ms`,
    );
  }
  console.log(`${encoding}: hit ÷ bare ${median(ratios).toFixed(2)}, p99 ÷ bare ${median(latencies).toFixed(2)} (medians of ${ROUNDS})`);
  bare.process.kill();
}
await world.clear();
await cms.stop();

function load(url: string, encoding: string): Promise<autocannon.Result> {
  return autocannon({ url, connections: CONNECTIONS, duration: SECONDS, headers: { 'accept-encoding': encoding } });
}

async function startBare(headers: NodeJS.Dict<string | string[]>, body: Buffer): Promise<{ process: ChildProcess; url: string }> {
  const sent = Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'connection');
  const argument = JSON.stringify({ headers: sent.flat(), body: body.toString('base64') });
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts'), argument], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const port of createInterface({ input: child.stdout })) return { process: child, url: `http://127.0.0.1:${port}/` };
  throw new Error('The bare server did not start. What it said is above.');
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
