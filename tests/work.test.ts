import type { Challenge } from 'altcha-lib';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openJobs, runJob } from './world/jobs.ts';
import { postAsSite } from './world/post-as-site.ts';
import { sharedWorld } from './world/shared.ts';
import { type Spare, startSpareCms } from './world/spare.ts';
import { encodeWork, workOut } from './world/work.ts';

const ours = new URL('../cms/src/plugins/limits/challenge.ts', import.meta.url);
const { makeChallenge } = (await import(ours.href)) as { makeChallenge: (now: Date) => Promise<Challenge> };

const world = sharedWorld();
const environment = { FORMS_PER_HOUR: '6', FORMS_PER_HOUR_WITHOUT_PROOF: '2' };
const database = new pg.Client({ connectionString: world.databaseUrl });

let one: Spare;
let other: Spare;

beforeAll(async () => {
  await database.connect();
  one = await startSpareCms(world, 'work-1', environment);
  other = await startSpareCms(world, 'work-2', environment);
});
afterAll(async () => {
  await one?.end('SIGTERM');
  await other?.end('SIGTERM');
  await database.end();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test('the first forms of an hour are taken as they come, the next ones once their sender’s browser worked for them', async () => {
  const from = '198.51.100.1';
  expect([(await send({ from })).status, (await send({ from })).status]).toEqual([202, 202]);
  const refused = await send({ from });
  expect(refused.status).toBe(429);
  expect(refused.message).toContain('attendre suffit');
  expect(refused.retryAfter).toBeGreaterThan(3000);
  expect((await send({ from, work: await workOut(refused.challenge!) })).status).toBe(202);
});

test('work lets nobody send more in an hour than anybody may', async () => {
  const from = '198.51.100.2';
  let received = 0;
  for (let answer = await send({ from }); ; answer = await send({ from })) {
    if (answer.status === 202) received += 1;
    else if (answer.challenge)
      received += Number((await send({ from, work: await workOut(answer.challenge) })).status === 202);
    else break;
  }
  expect(received).toBe(6);
});

describe('work counts once', () => {
  test('when it is shown again', async () => {
    const work = await workOut(await challengeFor('198.51.100.3'));
    expect((await send({ from: '198.51.100.3', work })).status).toBe(202);
    expect((await send({ from: '198.51.100.3', work })).status).toBe(429);
  });

  test('when two processes are shown it at the same moment', async () => {
    const from = '198.51.100.4';
    const work = await workOut(await challengeFor(from));
    const answers = await Promise.all([send({ from, work }), send({ from, work, cms: other })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 429]);
  });
});

describe('nothing else counts', () => {
  const from = '198.51.100.5';
  let challenge: Challenge;
  beforeAll(async () => {
    challenge = await challengeFor(from);
  });

  test.each([
    ['what is no work', () => 'e30='],
    ['a challenge that was not solved', () => encodeWork({ challenge, solution: { counter: 1, derivedKey: 'ab' } })],
    ['a challenge that was given more time', () => solvedThen({ expiresAt: 4_000_000_000 })],
    ['a challenge that was made easier', () => solvedThen({ cost: 1 })],
    ['a challenge that is too old', () => ownChallenge({}, new Date(Date.now() - 31 * 60_000))],
    ['a challenge under another secret', () => ownChallenge({ ENCRYPTION_KEY: 'a secret that nobody has' })],
  ] as [string, () => string | Promise<string>][])('%s', async (_, makeWork) => {
    const { rows } = await database.query('SELECT count(*) FROM limits.spent');
    expect((await send({ from: '198.51.100.5', work: await makeWork() })).status).toBe(429);
    expect((await database.query('SELECT count(*) FROM limits.spent')).rows).toEqual(rows);
  });

  /** A solution, shown beside other parameters than those it was asked for with. */
  async function solvedThen(changes: object): Promise<string> {
    const { solution } = JSON.parse(Buffer.from(await workOut(challenge), 'base64').toString()) as { solution: object };
    return encodeWork({ challenge: { ...challenge, parameters: { ...challenge.parameters, ...changes } }, solution });
  }

  async function ownChallenge(secrets: object, at = new Date()): Promise<string> {
    const variables = { ...world.secrets, DATABASE_URL: world.databaseUrl, ...secrets };
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    return workOut(await makeChallenge(at));
  }
});

test('what was spent is forgotten once it could not be shown again anyway', async () => {
  const boss = await openJobs(world);
  const eraseAt = async (now: number) => {
    await runJob(boss, 'limits.erase', new Date(now));
    return Number((await database.query('SELECT count(*) FROM limits.spent')).rows[0].count);
  };
  expect(await eraseAt(Date.now())).toBeGreaterThan(3);
  expect(await eraseAt(Date.now() + 31 * 60_000)).toBe(0);
  await boss.stop();
});

interface Answer {
  readonly status: number;
  readonly message?: string;
  readonly retryAfter?: number;
  readonly challenge?: Challenge;
}

/** The challenge that a visitor is given once the forms that are free are sent. */
async function challengeFor(from: string): Promise<Challenge> {
  for (;;) {
    const { challenge } = await send({ from });
    if (challenge) return challenge;
  }
}

let sent = 0;

async function send({ from, work = '', cms = one }: { from: string; work?: string; cms?: Spare }): Promise<Answer> {
  sent += 1;
  const comment = {
    path: '/charte',
    locale: 'fr',
    audience: 'remark',
    author: 'Une lectrice',
    email: `calcul-${sent}@exemple.example`,
    text: `Merci ${sent}.`,
  };
  const response = await postAsSite({ ...world, cmsUrl: cms.url }, '/comments/comments', comment, {
    'x-client-address': from,
    'x-work': work,
  });
  const { error } = (await response.json()) as { error?: { message: string; details: Answer } };
  return { ...error?.details, ...(error && { message: error.message }), status: response.status };
}
