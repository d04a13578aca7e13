import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPanel, type Panel } from './world/panel.ts';
import { sharedWorld } from './world/shared.ts';
import { startWorld, type World } from './world/world.ts';

const { siteUrl } = sharedWorld();

describe('the picture of a page, where it is shared', () => {
  test.each(['/', '/charte/creer-du-business', '/en/faq', '/ressources/agoria', '/webtour'])(
    '%s names one that is drawn',
    async (path) => {
      const page = parse(await (await fetch(siteUrl + path)).text());
      const picture = await fetch(page.querySelector('meta[property="og:image"]')!.getAttribute('content')!);
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
      const bytes = Buffer.from(await picture.arrayBuffer());
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    },
  );

  test.each(['nulle-part', 'charte_nulle-part', '..%2f..%2fetc', 'charte_se-connaitre_x', '_'])(
    '«%s» is no page, and none is drawn',
    async (name) => {
      expect((await fetch(`${siteUrl}/partage/${name}.png`)).status).toBe(404);
    },
  );
});

test.each([
  ['/llms.txt', '# S-tetic', '/charte/se-connaitre', '## Les neuf étapes'],
  ['/en/llms.txt', '# S-tetic', '/en/charte/se-connaitre', '## The nine steps'],
])('%s leads programs that read text to the nine steps', async (path, ...expected) => {
  const response = await fetch(siteUrl + path);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await response.text();
  for (const part of expected) expect(text).toContain(part);
  expect(text.match(/^- \[.*\]\(https?:\S+\)/gm)!.length).toBeGreaterThan(15);
});

test('robots.txt leads to the sitemaps', async () => {
  expect(await (await fetch(`${siteUrl}/robots.txt`)).text()).toContain(`Sitemap: ${siteUrl}/sitemap.xml`);
});

describe('security.txt', () => {
  let world: World;
  let panel: Panel;
  beforeAll(async () => {
    world = await startWorld({ name: 'security' });
    panel = await openPanel(world, 'administrator');
  });
  afterAll(() => world?.stop());

  test('says nothing until staff have said where to write, then whom to write to and until when', async () => {
    const address = `${world.siteUrl}/.well-known/security.txt`;
    expect((await fetch(address)).status).toBe(404);

    const settings = '/content-manager/single-types/plugin::pages.settings';
    await panel.send('PUT', `${settings}?locale=fr`, { contactMailbox: 'animation@s-tetic.example' });
    await panel.send('POST', `${settings}/actions/publish?locale=fr`, { contactMailbox: 'animation@s-tetic.example' });
    await expect.poll(async () => (await fetch(address)).status).toBe(200);

    const response = await fetch(address);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const fields = Object.fromEntries(
      [...(await response.text()).matchAll(/^([\w-]+): (.*)$/gm)].map(([, ...all]) => all),
    );
    expect(fields).toEqual({
      Contact: 'mailto:animation@s-tetic.example',
      Expires: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/),
      'Preferred-Languages': 'fr, en, nl',
      Canonical: address,
    });
    const days = (Date.parse(fields['Expires']!) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(150);
    expect(days).toBeLessThan(365);
  });
});
