import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('a sitemap gives the pages of this site only, each once', () => {
  const xml = `<urlset><url><loc>https://a.test</loc></url><url><loc>https://a.test/x?step=1&amp;utm=2</loc></url>
    <url><loc> https://a.test/x?step=1 </loc></url><url><loc>https://a.test.evil/y</loc></url></urlset>`;
  expect(locationsIn(xml, 'https://a.test')).toEqual(['/', '/x?step=1']);
});
