import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestCms } from './test-site/cms.ts';
import { eventually, TestWorld, type TestSite } from './test-site/world.ts';
import { locationsIn } from './warm.ts';

const cms = new TestCms();
let world: TestWorld;
let site: TestSite;
const steps = Array.from({ length: 9 }, (_, index) => String(index + 1));

beforeAll(async () => {
  await cms.start();
  cms.texts.set('/home', 'Accueil');
  cms.texts.set('/sitemap', ['/', ...steps.map((step) => `/charte/${step}`)].join(' '));
  for (const step of steps) cms.texts.set(`/steps/${step}`, `Étape ${step}`);
  world = new TestWorld(cms);
  site = await world.startSite();
});

afterAll(async () => {
  await world.clear();
  await cms.stop();
});

test('the pages of the sitemap are rendered at start, before anyone asks', async () => {
  await eventually(() => expect(steps.map((step) => cms.countCalls(`/steps/${step}`))).toEqual(steps.map(() => 1)));
  await site.ask('/charte/7');
  expect(cms.countCalls('/steps/7')).toBe(1);
});

test('after a purge, what it outdated is rendered again, and nothing else', async () => {
  cms.publish('/steps/3', 'Étape 3, revue', 'step-3');
  await eventually(() => expect(cms.countCalls('/steps/3')).toBe(2));
  const { text } = await site.ask('/charte/3');
  expect(text).toContain('Étape 3, revue');
  expect(steps.map((step) => cms.countCalls(`/steps/${step}`))).toEqual(steps.map((step) => (step === '3' ? 2 : 1)));
});

test('a page that the sitemap comes to name is rendered', async () => {
  cms.texts.set('/steps/dix', 'Une de plus');
  cms.publish('/sitemap', `${cms.texts.get('/sitemap')} /charte/dix`, 'sitemap');
  await eventually(() => expect(cms.countCalls('/steps/dix')).toBe(1));
});

describe('a page that no sitemap names', () => {
  test('is not shown any more once what it showed is erased, be it at an outage or after a restart; what is left is', async () => {
    cms.texts.set('/steps/effacee', 'Ce qui est effacé');
    cms.texts.set('/steps/gardee', 'Ce qui reste');
    for (const step of ['effacee', 'gardee']) expect((await site.ask(`/charte/${step}`)).status).toBe(200);
    cms.publish('/steps/effacee', undefined, 'step-effacee', 'step-gardee');
    await eventually(() =>
      expect(['effacee', 'gardee'].map((step) => cms.countCalls(`/steps/${step}`))).toEqual([2, 2]),
    );
    cms.mood = 'broken';
    await expectErased();
    await site.signal('SIGTERM');
    site = await world.startSite({ timings: { catchUpPatience: 100 } });
    await expectErased();
    cms.mood = 'well';
  });

  async function expectErased(): Promise<void> {
    const erased = await site.ask('/charte/effacee');
    expect([404, 503]).toContain(erased.status);
    expect(erased.text).not.toContain('Ce qui est effacé');
    expect((await site.ask('/charte/gardee')).text).toContain('Ce qui reste');
  }

  test('is rendered again among the five hundred read last, and let go beyond', async () => {
    const steps = Array.from({ length: 505 }, (_, index) => String(index + 100));
    for (const step of steps) cms.texts.set(`/steps/${step}`, 'Une page');
    const [first, ...others] = steps.map((step) => `/charte/${step}`);
    await site.ask(first!);
    await Promise.all(others.map((path) => site.ask(path)));
    cms.publish('/other', 'b', 'charter');
    const renewed = () => steps.filter((step) => cms.countCalls(`/steps/${step}`) === 2);
    await eventually(() => expect(renewed()).toHaveLength(500), 50_000);
    const [leastRead] = renewed();
    cms.mood = 'broken';
    await eventually(async () => expect((await site.ask(first!)).status).toBe(503));
    expect((await site.ask(`/charte/${leastRead}`)).status).toBe(200);
    cms.mood = 'well';
  });
});

test('a sitemap gives the pages of this site only, each once', () => {
  const xml = `<urlset><url><loc>https://a.test</loc></url><url><loc>https://a.test/x?step=1&amp;utm=2</loc></url>
    <url><loc> https://a.test/x?step=1 </loc></url><url><loc>https://a.test.evil/y</loc></url></urlset>`;
  expect(locationsIn(xml, 'https://a.test')).toEqual(['/', '/x?step=1']);
});
