import { linkIn } from './mailbox.ts';
import type { Smtp } from './smtp.ts';
import type { WorldAddresses } from './world.ts';

/** Posts a form of the site as a browser does: from the site itself, following no redirection. */
export function postForm(
  { siteUrl }: WorldAddresses,
  address: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  return fetch(new URL(address, siteUrl), {
    method: 'POST',
    headers: { origin: siteUrl },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

/** What the newest mail to an address says, once `count` of them have arrived. Gives up after 20 s. */
export async function newestMail(smtp: Smtp, email: string, count: number) {
  const deadline = Date.now() + 20_000;
  while (smtp.to(email).length < count) {
    if (Date.now() > deadline)
      throw new Error(`${smtp.to(email).length} mails arrived at ${email}; ${count} were expected.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return smtp.to(email).at(-1)!;
}

/** The fields of a comment, those given in place of the usual ones. */
export const commentWith = (fields: Record<string, string>): Record<string, string> => ({
  path: '/charte',
  audience: 'publish',
  author: 'Une lectrice',
  text: 'Merci.',
  website: '',
  ...fields,
});

/**
 * Sends a comment and confirms it by the link of its mail.
 * @returns the link by which its author changes it or takes it back
 */
export async function sendConfirmed(
  world: WorldAddresses,
  smtp: Smtp,
  fields: Record<string, string> & { email: string },
): Promise<string> {
  const already = smtp.to(fields.email).length;
  await postForm(world, '/commenter', commentWith(fields));
  const { text } = await newestMail(smtp, fields.email, already + 1);
  await postForm(world, linkIn(text!));
  return linkIn((await newestMail(smtp, fields.email, already + 2)).text!);
}
