import { openPanel } from './panel.ts';
import { postAsSite } from './post-as-site.ts';
import type { WorldAddresses } from './world.ts';

interface Kept {
  documentId: string;
  recipient: string;
  subject: string;
  state: string;
}

/**
 * The newest mail to an address in a world without a mail server, as an administrator reads it in the panel.
 *
 *     const { text } = await readKeptMail(world, 'lectrice@exemple.example');
 */
export async function readKeptMail(
  world: WorldAddresses,
  recipient: string,
): Promise<{ subject: string; text: string; state: string }> {
  const panel = await openPanel(world, 'administrator');
  const { mails } = await panel.send<{ mails: Kept[] }>('GET', '/mail/mails');
  const mail = mails.find((kept) => kept.recipient === recipient);
  if (!mail)
    throw new Error(`No mail to ${recipient} is kept. There are mails to ${mails.map((m) => m.recipient).join()}`);
  const { text } = await panel.send<{ text: string }>('GET', `/mail/mails/${mail.documentId}`);
  return { subject: mail.subject, state: mail.state, text };
}

/** The link that a mail asks to open. `linkIn(text)` // => 'http://…/confirmer/…' */
export function linkIn(text: string): string {
  const [link] =
    /https?:\/\/\S+\/(confirmer|suivi|question|ressources|charte|mon-commentaire|courriels|mes-donnees)\/\S*/.exec(
      text,
    ) ?? [];
  if (!link) throw new Error(`The mail holds no link: ${text}`);
  return link;
}

/** Confirms an address as the button of the page does, from the mail kept for it. */
export async function confirmAddress(world: WorldAddresses, recipient: string): Promise<void> {
  const { text } = await readKeptMail(world, recipient);
  await confirmToken(world, linkIn(text).split('/').at(-1)!);
}

/** Confirms what the token of a mailed link is for. */
export async function confirmToken(world: WorldAddresses, token: string): Promise<void> {
  const response = await postAsSite(world, '/proof/confirmations', { locale: 'fr', token });
  const answer = (await response.json()) as { state: string };
  if (answer.state !== 'confirmed')
    throw new Error(`The CMS answered ${JSON.stringify(answer)}; a confirmation was expected.`);
}
