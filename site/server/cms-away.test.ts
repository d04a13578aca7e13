import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TestCms } from './test-site/cms.ts';
import { eventually, TestWorld, type TestSite } from './test-site/world.ts';

let cms: TestCms;
let world: TestWorld;
let site: TestSite;

beforeEach(async () => {
  cms = await new TestCms().start();
  cms.texts.set('/home', 'Accueil');
  cms.texts.set('/sitemap', '/');
  for (let step = 1; step <= 9; step++) cms.texts.set(`/steps/${step}`, `Étape ${step}`);
  world = new TestWorld(cms);
  site = await world.startSite();
});

afterEach(async () => {
  await world.clear();
  await cms.stop();
});

const waysToFail = {
  'stopped or killed': { fail: (one: TestCms) => one.stop(), recover: (one: TestCms) => one.start() },
  silent: { fail: (one: TestCms) => void (one.mood = 'silent'), recover: (one: TestCms) => void (one.mood = 'well') },
  'answering 500': {
    fail: (one: TestCms) => void (one.mood = 'broken'),
    recover: (one: TestCms) => void (one.mood = 'well'),
  },
};

describe.each(Object.entries(waysToFail))('with the CMS %s', (_, { fail, recover }) => {
  test('pages rendered before are served with their age; others are a 503 that says when to come back', async () => {
    for (const path of ['/', '/charte/1', '/charte/2']) await site.ask(path);
    await delay(1_000);
    await fail(cms);
    const page = await site.ask('/charte/1');
    expect(page.status).toBe(200);
    expect(Number(page.headers['age'])).toBeGreaterThanOrEqual(1);

    const never = await site.ask('/charte/3');
    expect(never.status).toBe(503);
    expect(Number(never.headers['retry-after'])).toBeGreaterThan(0);
    expect(never.headers['cache-control']).toBe('private, no-cache');
    expect(never.text).toContain('<title>Momentanément indisponible</title>');
    expect(never.text).toContain('Pied de page');
  });

  test('when it comes back, pages are there and fresh without anyone acting', async () => {
    await site.ask('/charte/1');
    await fail(cms);
    for (const step of [3, 4, 5, 6]) expect((await site.ask(`/charte/${step}`)).status).toBe(503);
    await delay(500);
    await recover(cms);
    cms.publish('/steps/1', 'Étape 1, revue', 'step-1');
    await eventually(async () => {
      expect((await site.ask('/charte/1')).text).toContain('Étape 1, revue');
      expect((await site.ask('/charte/3')).status).toBe(200);
      expect((await site.ask('/')).status).toBe(200);
    }, 10_000);
  });
});

test('a change announced after a silence is seen, although the question asked during it is lost', async () => {
  await site.ask('/charte/1');
  cms.publish('/steps/2', 'Étape 2', 'step-2');
  cms.mood = 'silent';
  await eventually(() => expect(cms.countCalls('/api/changes')).toBe(3));
  expect((await site.ask('/charte/3')).status).toBe(503);
  cms.mood = 'well';
  cms.publish('/steps/1', 'Étape 1, revue', 'step-1');
  await eventually(async () => expect((await site.ask('/charte/4')).status).toBe(200));
  await eventually(async () => expect((await site.ask('/charte/1')).text).toContain('revue'), 3_000);
});

test('a page purged just before the CMS goes silent is served from before, marked outdated, after a short wait at most', async () => {
  await site.ask('/charte/1');
  cms.texts.set('/steps/1', 'Étape 1, revue');
  cms.slowness = 60_000;
  cms.publish('/steps/1', 'Étape 1, revue', 'step-1');
  await eventually(async () =>
    expect((await site.ask('/charte/1')).headers['cache-status']).toBe('site; hit; detail=outdated'),
  );
  const { status, text } = await site.ask('/charte/1');
  expect([status, text.includes('Étape 1, revue')]).toEqual([200, false]);
  cms.slowness = 0;
  await eventually(async () => expect((await site.ask('/charte/1')).text).toContain('Étape 1, revue'), 10_000);
});

test('a CMS that answers slowly, yet in time, gives the new page to whoever asks after the purge', async () => {
  await site.ask('/charte/1');
  cms.slowness = 300;
  cms.publish('/steps/1', 'Étape 1, revue', 'step-1');
  await delay(100);
  const replies = await Promise.all(Array.from({ length: 20 }, () => site.ask('/charte/1')));
  for (const { text } of replies) expect(text).toContain('Étape 1, revue');
  expect(cms.countCalls('/steps/1')).toBe(2);
});

test('a CMS in trouble is not hammered, however many ask', async () => {
  for (let step = 1; step <= 5; step++) await site.ask(`/charte/${step}`);
  cms.publish('/steps/1', 'Étape 1, revue', 'charter');
  cms.mood = 'broken';
  cms.calls.clear();
  const deadline = Date.now() + 3_000;
  while (Date.now() < deadline) {
    await Promise.all(Array.from({ length: 9 }, (_, index) => site.ask(`/charte/${index + 1}`)));
    await Promise.all(Array.from({ length: 9 }, (_, index) => site.ask(`/charte/unknown-${Math.random()}-${index}`)));
  }
  const pageCalls = [...cms.calls]
    .filter(([path]) => path !== '/api/changes')
    .reduce((sum, [, count]) => sum + count, 0);
  // One crowd before it is known, then one try after 1 s and one 2 s later.
  expect(pageCalls).toBeLessThan(30);
  expect(cms.countCalls('/api/changes')).toBeLessThan(15);
});

test('one page that the CMS cannot give does not shut the others out', async () => {
  const broken = await world.startSite({ stateDir: `${world.stateDir}/other` });
  for (let i = 0; i < 5; i++) await broken.ask('/deep-outage');
  expect((await broken.ask('/charte/1')).status).toBe(200);
});
