import type { APIRoute } from 'astro';
import { renderSecurityTxt } from '../../features/machines/security-txt.ts';
import { answerText } from '../../lib/answer-text.ts';
import { notFound } from '../../lib/not-found.ts';
import { paths } from '../../lib/paths.ts';
import { siteAddress } from '../../lib/site-address.ts';

/** Says nothing until staff have said where to write. */
export const GET: APIRoute = async ({ locals }) => {
  await locals.settle();
  const { settings, locales } = locals.frame;
  const mailbox = settings.contactMailbox;
  if (!mailbox) return notFound();
  const languages = locales.map(({ code }) => code);
  const canonical = siteAddress('fr', paths.securityTxt);
  return answerText(renderSecurityTxt({ mailbox, languages, canonical, now: Date.now() }));
};
