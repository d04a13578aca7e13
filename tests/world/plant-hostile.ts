import { expect } from '@playwright/test';
import { taken } from './hostile.ts';
import { linkIn } from './mailbox.ts';
import { openPanel } from './panel.ts';
import { newestMail, postForm, sendConfirmed } from './posting.ts';
import type { Smtp } from './smtp.ts';
import type { WorldAddresses } from './world.ts';

/** The text of a hostile line, where a form takes one line: what its browser would make of it. */
export const oneLine = (text: string, max: number): string => text.replace(/\s+/g, ' ').slice(0, max).toWellFormed();

/** As it is typed, and with a domain that looks like another: its first letter is Russian. */
const links = ['https://exemple.example/?q="><script>alert(1)</script>', 'аgoria.be/?q="><script>alert(1)</script>'];

/** What every text is sent as, by the type that then waits for moderators. */
export const planted = [
  'plugin::comments.comment',
  'plugin::comments.revision',
  'plugin::resources.submission',
  'plugin::reports.report',
  'plugin::listings.claim',
] as const;

/** Sends every hostile text by the forms of the site, in every box that takes text, and confirms it as its sender. */
export async function plantHostile(world: WorldAddresses, smtp: Smtp): Promise<void> {
  for (const [index, text] of Object.values(taken).entries()) {
    const email = `piege-${index}@exemple.example`;
    const author = oneLine(text, 80);
    const own = await sendConfirmed(world, smtp, { path: '/charte/creer-du-business', author, email, text });
    await send(world, own, { author, text: `Je voulais dire : ${text}` });
    await send(world, '/ressources/inscrire', {
      name: oneLine(text, 120),
      kind: 'private',
      languages: 'fr',
      zones: 'namur',
      website: links[index % links.length]!,
      email,
      summary: text.slice(0, 400),
      description: text,
      steps: '3',
      'experiences.3.text': text,
      'experiences.3.reference': oneLine(text, 255),
      intent: 'send',
    });
    await confirm(world, smtp, email, 3);
    await newestMail(smtp, email, 4);
    await send(world, '/signaler/fiche/agoria', { cause: 'other', text, email });
    await send(world, '/ressources/agoria/demander', { email, message: text });
    await confirm(world, smtp, email, 5);
  }
}

/** Approves what waits to be published, as a moderator does. */
export async function approveAll(world: WorldAddresses): Promise<void> {
  const panel = await openPanel(world, 'moderator');
  for (const uid of ['plugin::comments.comment', 'plugin::resources.submission']) {
    const { items } = await panel.send<{ items: { uid: string; documentId: string; version: string }[] }>(
      'GET',
      `/moderation/waiting?uid=${uid}`,
    );
    const subjects = items.map(({ uid, documentId, version }) => ({ uid, documentId, version }));
    const { outcomes } = await panel.send<{ outcomes: { problem?: string }[] }>('POST', '/moderation/many-decisions', {
      items: subjects,
      decision: 'approved',
    });
    expect(outcomes.flatMap(({ problem }) => problem ?? [])).toEqual([]);
  }
}

/** Confirms by the link of the `count`th mail that an address is sent. */
async function confirm(world: WorldAddresses, smtp: Smtp, email: string, count: number): Promise<void> {
  const { text } = await newestMail(smtp, email, count);
  expect((await postForm(world, linkIn(text!))).status).toBeLessThan(400);
}

async function send(world: WorldAddresses, path: string, fields: Record<string, string>): Promise<void> {
  const response = await postForm(world, path, fields);
  const [, problem] = /role="alert"[^>]*>([\s\S]{0,600})/.exec(await response.text()) ?? [];
  expect(response.status, `${path} ${fields['text'] ?? fields['name']}: ${problem}`).toBe(303);
}
