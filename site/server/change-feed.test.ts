import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestCms } from './test-site/cms.ts';
import { eventually, TestWorld } from './test-site/world.ts';

let cms: TestCms;
let world: TestWorld;

beforeEach(async () => {
  cms = await new TestCms().start();
  for (let step = 1; step <= 3; step++) cms.texts.set(`/steps/${step}`, `Étape ${step}`);
  world = new TestWorld(cms);
});

afterEach(async () => {
  await world.clear();
  await cms.stop();
});

/** Pages reach the disk a moment after they are kept. */
const writtenToDisk = () => delay(400);

test('what is published shows, each of 50 times', async () => {
  const site = await world.startSite();
  await site.ask('/charte/1');
  for (let version = 1; version <= 50; version++) {
    cms.publish('/steps/1', `version ${version}.`, 'step-1');
    await eventually(async () => expect((await site.ask('/charte/1')).text).toContain(`version ${version}.`));
  }
});

test('a change purges the pages that bear its tag, and no other', async () => {
  const site = await world.startSite();
  for (const step of [1, 2, 3]) await site.ask(`/charte/${step}`);
  cms.publish('/steps/2', 'Étape 2, revue', 'step-2');
  await eventually(async () => expect((await site.ask('/charte/2')).text).toContain('revue'));
  await site.ask('/charte/1');
  expect([1, 2, 3].map((step) => cms.countCalls(`/steps/${step}`))).toEqual([1, 2, 1]);
});

test('a restarted site serves its pages from disk, with the CMS away', async () => {
  const first = await world.startSite();
  const before = await first.ask('/charte/1', { headers: { 'accept-encoding': 'br' } });
  await first.signal('SIGTERM');
  await cms.stop();
  // A page's age is told in whole seconds.
  await delay(1_000);
  const second = await world.startSite();
  const after = await second.ask('/charte/1', { headers: { 'accept-encoding': 'br' } });
  expect(after.status).toBe(200);
  expect(after.body).toEqual(before.body);
  expect(after.headers['etag']).toBe(before.headers['etag']);
  expect(Number(after.headers['age'])).toBeGreaterThan(0);
});

test('what was published while the site was down is purged before the first page goes out', async () => {
  const first = await world.startSite();
  for (const step of [1, 2]) await first.ask(`/charte/${step}`);
  await writtenToDisk();
  await first.signal('SIGKILL');
  cms.publish('/steps/1', 'Étape 1, revue', 'step-1');
  const second = await world.startSite();
  expect((await second.ask('/charte/1')).text).toContain('revue');
  await second.ask('/charte/2');
  expect(cms.countCalls('/steps/2')).toBe(1);
});

test('a purge survives a kill at any moment: no page comes back from before it', async () => {
  for (let version = 1; version <= 3; version++) {
    const site = await world.startSite();
    await site.ask('/charte/1');
    await writtenToDisk();
    cms.publish('/steps/1', `version ${version}.`, 'step-1');
    await delay(version * 6);
    await site.signal('SIGKILL');
    const again = await world.startSite();
    expect((await again.ask('/charte/1')).text).toContain(`version ${version}.`);
    await again.signal('SIGKILL');
  }
});

test('a page purged with the CMS away is still there after a restart, marked outdated', async () => {
  const first = await world.startSite();
  await first.ask('/charte/1');
  cms.slowness = 60_000;
  cms.publish('/steps/1', 'Étape 1, revue', 'step-1');
  await eventually(async () => expect((await first.ask('/charte/1')).headers['cache-status']).toBeDefined());
  await first.signal('SIGTERM');
  await cms.stop();
  const second = await world.startSite();
  const { status, headers } = await second.ask('/charte/1');
  expect([status, headers['cache-status']]).toEqual([200, 'site; hit; detail=outdated']);
});

test('a cursor too old purges everything', async () => {
  const first = await world.startSite();
  for (const step of [1, 2]) await first.ask(`/charte/${step}`);
  await first.signal('SIGTERM');
  cms.publish('/steps/2', 'Étape 2, revue', 'step-2');
  cms.forgetLog();
  cms.texts.set('/steps/1', 'Étape 1, revue');
  const second = await world.startSite();
  for (const step of [1, 2]) expect((await second.ask(`/charte/${step}`)).text).toContain('revue');
});

test('changes made while the feed is cut come with the next answer', async () => {
  const site = await world.startSite();
  await site.ask('/charte/1');
  await cms.stop();
  cms.publish('/steps/1', 'Étape 1, revue', 'step-1');
  await delay(300);
  await cms.start();
  await eventually(async () => expect((await site.ask('/charte/1')).text).toContain('revue'), 1_500);
});

test('two sites that share a state folder each see every change', async () => {
  const sites = [await world.startSite(), await world.startSite()];
  for (const site of sites) await site.ask('/charte/1');
  cms.publish('/steps/1', 'Étape 1, revue', 'step-1');
  for (const site of sites) await eventually(async () => expect((await site.ask('/charte/1')).text).toContain('revue'));
});
