import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { TestCms } from './cms.ts';
import { TestWorld } from './world.ts';

/**
 * Measures a hit against a bare `node:http` server that sends the same bytes, in turn and in the same run.
 * On a busy machine, look at the processor time that a request costs rather than at the rate.
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
  const rounds: { bare: Measure; hit: Measure }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    rounds.push({
      bare: await measure(bare.url, bare.process, encoding),
      hit: await measure(`${site.url}/`, site.process, encoding),
    });
  }
  // The first round warms up.
  report(`${encoding}, ${body.length} B`, rounds.slice(1));
  bare.process.kill();
}
await world.clear();
await cms.stop();

interface Measure {
  /** Requests a second. */
  rate: number;
  /** Milliseconds. */
  p99: number;
  /** Microseconds of processor time that a request cost the server. */
  cost: number;
}

async function measure(url: string, server: ChildProcess, encoding: string): Promise<Measure> {
  const before = processorTime(server);
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { 'accept-encoding': encoding },
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} failed ${result.non2xx + result.errors} times.`);
  const cost = (processorTime(server) - before) / result.requests.total;
  return { rate: result.requests.average, p99: result.latency.p99, cost };
}

/** Microseconds, as Linux counts them: proc_pid_stat(5), in hundredths of a second. */
function processorTime({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

function report(title: string, rounds: readonly { bare: Measure; hit: Measure }[]): void {
  const of = (which: 'bare' | 'hit', what: keyof Measure) => median(rounds.map((round) => round[which][what]));
  const ratio = (what: keyof Measure) => median(rounds.map(({ bare, hit }) => hit[what] / bare[what]));
  console.log(title);
  for (const which of ['bare', 'hit'] as const) {
    console.log(
      `  ${which}: ${of(which, 'rate').toFixed(0)}/s, p99 ${of(which, 'p99')} ms, ${of(which, 'cost').toFixed(1)} µs a request`,
    );
  }
  console.log(
    `  hit ÷ bare: rate ${ratio('rate').toFixed(2)}, p99 ${ratio('p99').toFixed(2)}, cost ${ratio('cost').toFixed(2)}`,
  );
}

async function startBare(
  headers: NodeJS.Dict<string | string[]>,
  body: Buffer,
): Promise<{ process: ChildProcess; url: string }> {
  const sent = Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'connection');
  const argument = JSON.stringify({ headers: sent.flat(), body: body.toString('base64') });
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts'), argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const port of createInterface({ input: child.stdout }))
    return { process: child, url: `http://127.0.0.1:${port}/` };
  throw new Error('The bare server did not start. What it said is above.');
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
