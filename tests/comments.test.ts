import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MailedWorld, startMailedWorld } from './world/mailed-world.ts';
import { undoDecision } from './world/moderating.ts';
import { openPanel } from './world/panel.ts';
import { commentWith, newestMail, postForm, sendConfirmed } from './world/posting.ts';
import { expectToldFirst } from './world/refused.ts';

let mailed: MailedWorld;
let world: MailedWorld['world'];
let smtp: MailedWorld['smtp'];
let database: MailedWorld['database'];

beforeAll(async () => {
  mailed = await startMailedWorld('comments');
  ({ world, smtp, database } = mailed);
});
afterAll(async () => {
  await mailed?.[Symbol.asyncDispose]();
});

describe('a reply', () => {
  test('stands under the comment that it answers, once approved', async () => {
    const key = await publish({ text: 'Par où commencer ?' });
    const reply = await publish({ text: 'Par la première étape.', inReplyTo: key });
    const thread = (await threads()).find((one) => one.key === key)!;
    expect(thread.replies).toMatchObject([{ key: reply, text: 'Par la première étape.' }]);
    await expect.poll(() => sitePage('/charte')).toContain('Par la première étape.');
    expect(await sitePage('/charte')).toContain('En réponse à Une lectrice');
  });

  test('is answered by nobody: there is one level', async () => {
    const key = await publish({ text: 'Un avis ?' });
    const reply = await publish({ text: 'Oui.', inReplyTo: key });
    expect((await fetch(`${world.siteUrl}/repondre/${reply}`)).status).toBe(404);
    const response = await send({ text: 'Et moi ?', inReplyTo: reply });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('On répond à un commentaire, pas à une réponse');
  });

  test('to a comment that was taken back is refused, and its words are kept for another use', async () => {
    const { key, link } = await publishOwn({ text: 'Je reprends.' });
    await postForm(world, `${link}/retirer`);
    const response = await send({ text: 'Trop tard ?', inReplyTo: key });
    expect(response.status).toBe(404);
    const page = await response.text();
    expect(page).toContain('n’est plus en ligne');
    expect(page).toContain('Trop tard ?');
    expect(page).not.toContain(`value="${key}"`);
  });

  test('to nothing has no form', async () => {
    expect((await fetch(`${world.siteUrl}/repondre/0123456789abcdef`)).status).toBe(404);
  });

  test('to a comment of another page, or that waits, is refused', async () => {
    const key = await publish({ text: 'Sur la charte.' });
    expect((await send({ text: 'Ailleurs', inReplyTo: key, path: '/faq' })).status).toBe(404);
    await sendConfirmed(world, smtp, { email: newEmail(), text: 'Qui attend.' });
    expect((await send({ text: 'Déjà ?', inReplyTo: await keyOf('Qui attend.') })).status).toBe(404);
  });
});

describe('the team’s answer', () => {
  test('is public at once, says that it is the team’s, and names nobody', async () => {
    const key = await publish({ text: 'Une question pour l’équipe.' });
    const moderator = await openPanel(world, 'moderator');
    const documentId = await documentOf('Une question pour l’équipe.');
    await moderator.send('POST', '/comments/answers', { documentId, text: 'Voici la réponse.' });
    const thread = (await threads()).find((one) => one.key === key)!;
    expect(thread.replies).toMatchObject([{ isStaff: true, author: 'L’animation S-tetic', text: 'Voici la réponse.' }]);
    await expect.poll(() => sitePage('/charte')).toContain('Réponse de l’animation');
    await expect(
      moderator.send('POST', '/comments/answers', { documentId, text: 'Voici la réponse.' }),
    ).rejects.toThrow('déjà publiée');
  });

  test('waits until the comment is public, and is not for everyone to write', async () => {
    await sendConfirmed(world, smtp, { email: newEmail(), text: 'Pas encore lu.' });
    const answer = { documentId: await documentOf('Pas encore lu.'), text: 'Bonjour.' };
    const moderator = await openPanel(world, 'moderator');
    await expect(moderator.send('POST', '/comments/answers', answer)).rejects.toThrow('approuvez-le d’abord');
    const editor = await openPanel(world, 'editor');
    await expect(editor.send('POST', '/comments/answers', answer)).rejects.toThrow('403');
  });
});

test('a question to an author names the day by which their page dates it, however late they wrote', async () => {
  const email = newEmail();
  await sendConfirmed(world, smtp, { email, text: 'À minuit et demi.' });
  await database.query(`UPDATE comments_comments SET sent_at = '2026-06-14T22:30:00Z' WHERE text = $1`, [
    'À minuit et demi.',
  ]);
  await decide('À minuit et demi.', { decision: 'asked', reason: 'De quoi parlez-vous ?' });
  expect((await newestMail(smtp, email, 3)).text).toContain('15 juin 2026');
});

describe('a mail about a reply', () => {
  test('goes to whoever chose it, once the reply is public, and never to its own author', async () => {
    const [curious, quiet, replier] = [newEmail(), newEmail(), newEmail()];
    const key = await publish({ email: curious, text: 'Dites-moi.', wantsReplies: 'yes' });
    await publish({ email: quiet, text: 'Moi aussi.', inReplyTo: key });
    const mails = await newestMail(smtp, curious, 4);
    expect(mails.subject).toBe('Quelqu’un a répondu à votre commentaire');

    await sendConfirmed(world, smtp, { email: replier, text: 'Voilà.', inReplyTo: key, wantsReplies: 'yes' });
    expect(smtp.to(curious)).toHaveLength(4);
    await approve('Voilà.');
    expect((await newestMail(smtp, curious, 5)).text).toContain('Voilà.');
    await publish({ email: curious, text: 'Merci à vous.', inReplyTo: key });
    expect((await newestMail(smtp, replier, 4)).text).toContain('Merci à vous.');
    expect(subjectsTo(curious).filter((subject) => subject.includes('répondu'))).toHaveLength(2);
    expect(subjectsTo(quiet).filter((subject) => subject.includes('répondu'))).toHaveLength(0);
  });

  test('stops by one POST of a mail program, without cookie nor origin; opening the link stops nothing', async () => {
    const email = newEmail();
    const key = await publish({ email, text: 'Prévenez-moi.', wantsReplies: 'yes' });
    await publish({ text: 'Première.', inReplyTo: key });
    const mail = await newestMail(smtp, email, 4);
    const header = mail.headers.get('list') as unknown as { unsubscribe: { url: string }; 'unsubscribe-post': object };
    const { url } = header.unsubscribe;
    expect(url).toMatch(new RegExp(`^${world.siteUrl}/courriels/[\\w-]{43}$`));
    expect(mail.headerLines.find((line) => line.key === 'list-unsubscribe-post')?.line).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    );
    expect(mail.text).toContain(url);

    expect(await (await fetch(url)).text()).toContain('Ne plus m’écrire');
    await publish({ text: 'Deuxième.', inReplyTo: key });
    await newestMail(smtp, email, 5);
    const pressed = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      redirect: 'manual',
    });
    expect(pressed.status).toBe(200);
    expect(pressed.headers.get('set-cookie')).toBeNull();
    expect(await pressed.text()).toContain('C’est fait');
    await publish({ text: 'Troisième.', inReplyTo: key });
    expect(smtp.to(email)).toHaveLength(5);
  });
});

describe('an author, by the link of the mail', () => {
  test('changes a public comment, which stays as it is until the change is accepted', async () => {
    const { key, link } = await publishOwn({ text: 'Une fote.' });
    expect(await (await fetch(link)).text()).toContain('Une fote.');
    expect((await change(link, 'Une faute, corrigée.')).status).toBe(303);
    expect(await (await fetch(link)).text()).toContain('Une faute, corrigée.');
    expect(await textOf(key)).toBe('Une fote.');

    await approve('Une faute, corrigée.', 'plugin::comments.revision');
    expect(await textOf(key)).toBe('Une faute, corrigée.');

    await undoDecision(world, await documentOf('Une faute, corrigée.', 'comments_revisions'));
    expect(await textOf(key)).toBe('Une fote.');
  });

  test('is told when nothing is left of it', async () => {
    const { link } = await publishOwn({ text: 'À reprendre.' });
    const refused = await change(link, '');
    expect(refused.status).toBe(422);
    await expectToldFirst(refused);
  });

  test('changes their mind again: only the last change waits, under another name', async () => {
    const { key, link } = await publishOwn({ text: 'Un.' });
    await change(link, 'Deux.');
    const first = await documentOf('Deux.', 'comments_revisions');
    await change(link, 'Trois.');
    const moderator = await openPanel(world, 'moderator');
    const decision = { uid: 'plugin::comments.revision', documentId: first, decision: 'approved' };
    await expect(moderator.send('POST', '/moderation/decisions', decision)).rejects.toThrow('n’existe plus');
    expect(await textOf(key)).toBe('Un.');
  });

  test('is told why a change is refused, and the comment stays', async () => {
    const email = newEmail();
    const { key, link } = await publishOwn({ email, text: 'Posé.' });
    await change(link, 'Emporté !');
    await decide('Emporté !', { decision: 'refused', reason: 'Trop vif.' }, 'plugin::comments.revision');
    expect((await newestMail(smtp, email, 4)).text).toContain('Trop vif.');
    expect(await textOf(key)).toBe('Posé.');
  });

  test('takes it back at once, everywhere; what others answered stays', async () => {
    const { key, link } = await publishOwn({ text: 'Que je retire.' });
    await publish({ text: 'Que je maintiens.', inReplyTo: key });
    await expect.poll(() => sitePage('/charte')).toContain('Que je retire.');
    expect(await (await fetch(`${link}/retirer`)).text()).toContain('Oui, le retirer');
    expect(await textOf(key)).toBe('Que je retire.');

    expect(await (await postForm(world, `${link}/retirer`)).text()).toContain('Votre commentaire est retiré');
    expect((await threads()).find((one) => one.key === key)).toMatchObject({
      isGone: true,
      replies: [{ text: 'Que je maintiens.' }],
    });
    await expect.poll(() => sitePage('/charte')).not.toContain('Que je retire.');
    expect(await sitePage('/charte')).toContain('Commentaire retiré');
    expect(await sitePage('/commentaires/charte.xml')).not.toContain('Que je retire.');
    expect((await fetch(link)).status).toBe(404);
  });

  test('comes too late after a day', async () => {
    const { key, link } = await publishOwn({ text: 'D’hier.' });
    await database.query(`UPDATE links_links SET expires_at = now() WHERE purpose = 'amend'`);
    expect(await (await fetch(link)).text()).toContain('Le délai est passé');
    expect((await change(link, 'D’aujourd’hui.')).status).toBe(404);
    await postForm(world, `${link}/retirer`);
    expect(await textOf(key)).toBe('D’hier.');
  });

  test.each(['a', 'a'.repeat(43)])('learns that %s is no link', async (token) => {
    expect((await fetch(`${world.siteUrl}/mon-commentaire/${token}`)).status).toBe(404);
  });
});

test('a page of which very much was said shows what was said last, and what it answers', async () => {
  const path = '/charte/pratiquer-le-benchmarking';
  const first = await publish({ path, text: 'Le tout premier mot.' });
  await database.query(
    `INSERT INTO comments_comments (document_id, public_key, in_reply_to, fingerprint, text, is_staff, audience, author,
      path, target, language, state, sent_at, created_at, updated_at, published_at)
    SELECT 'foule' || n, lpad(to_hex(n), 16, '0'), CASE WHEN n = 250 THEN public_key END, 'foule' || n, 'Mot ' || n,
      is_staff, audience, author, path, target, language, state, sent_at + n * interval '1 second', now(), now(), now()
    FROM comments_comments, generate_series(1, 250) AS n WHERE public_key = $1`,
    [first],
  );
  const shown = await threads(`/api/charter/steps/${path.split('/').at(-1)}`);
  expect(shown).toHaveLength(200);
  expect(shown[0]).toMatchObject({ text: 'Le tout premier mot.', replies: [{ text: 'Mot 250' }] });
  expect([shown[1]!.text, shown.at(-1)!.text]).toEqual(['Mot 51', 'Mot 249']);
});

describe('the feed of a page', () => {
  test('holds its comments and no others, newest first, and follows them', async () => {
    const feed = () => sitePage('/commentaires/charte_se-connaitre.xml');
    expect(await feed()).toContain('Un développeur indépendant (démo)');
    expect(await feed()).not.toContain('Un conseiller d’intercommunale');
    const key = await publish({ path: '/charte/se-connaitre', text: 'Tout frais.' });
    await expect.poll(feed).toContain('Tout frais.');
    expect(await feed()).toContain(`/charte/se-connaitre#c-${key}`);
    expect(await sitePage('/charte/se-connaitre')).toContain('href="/commentaires/charte_se-connaitre.xml"');
  });

  test('is there for pages only', async () => {
    expect((await fetch(`${world.siteUrl}/commentaires/nulle-part.xml`)).status).toBe(404);
  });
});

let sent = 0;
const newEmail = () => `personne-${(sent += 1)}@exemple.example`;

const send = (fields: Record<string, string>) =>
  postForm(world, '/commenter', commentWith({ email: newEmail(), ...fields }));

const change = (link: string, text: string) => postForm(world, link, { author: 'Une lectrice', text });

/** Sends, confirms and approves a comment. @returns its public key and the link of its author */
async function publishOwn(fields: Record<string, string>): Promise<{ key: string; link: string }> {
  const { text = '' } = fields;
  const link = await sendConfirmed(world, smtp, { email: newEmail(), ...fields });
  await approve(text);
  return { key: await keyOf(text), link };
}

const publish = async (fields: Record<string, string>) => (await publishOwn(fields)).key;

const approve = (text: string, uid?: string) => decide(text, { decision: 'approved' }, uid);

async function decide(text: string, decision: object, uid = 'plugin::comments.comment'): Promise<void> {
  const table = uid === 'plugin::comments.comment' ? 'comments_comments' : 'comments_revisions';
  const moderator = await openPanel(world, 'moderator');
  await moderator.send('POST', '/moderation/decisions', {
    uid,
    documentId: await documentOf(text, table),
    ...decision,
  });
}

const keyOf = (text: string) => find('public_key', text, 'comments_comments');

const documentOf = (text: string, table = 'comments_comments') => find('document_id', text, table);

async function find(column: string, text: string, table: string): Promise<string> {
  const { rows } = await database.query<{ found: string }>(
    `SELECT ${column} AS found FROM ${table} WHERE text = $1 ORDER BY id DESC`,
    [text],
  );
  if (!rows[0]) throw new Error(`Nothing in ${table} says «${text}».`);
  return rows[0].found;
}

interface Thread {
  key: string;
  text?: string;
  isGone?: true;
  replies: { key: string; text: string }[];
}

async function threads(address = '/api/charter/charter'): Promise<Thread[]> {
  const answer = (await (await fetch(world.cmsUrl + address)).json()) as {
    page: { comments: Thread[] };
  };
  return answer.page.comments;
}

const textOf = async (key: string) => (await threads()).find((thread) => thread.key === key)?.text;

const sitePage = async (address: string) => (await fetch(world.siteUrl + address)).text();

const subjectsTo = (email: string) => smtp.to(email).map(({ subject }) => subject ?? '');
