import { daysFrom, retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import { documents, type Row } from '../../lib/documents';
import { nameLanguages } from '../../lib/language-names';
import { siteAddress } from '../../lib/site-address';
import { makeLink } from '../links/link';
import { postMail, type Say } from '../mail/post-mail';

const uid = 'plugin::resources.submission';

/** Mails to a provider, who has just proved their address, the link to follow their request and a copy of what they wrote. */
export async function acknowledgeSubmission(
  strapi: Core.Strapi,
  { documentId }: { documentId: string },
): Promise<{ follow: string }> {
  const submission = await documents(strapi, uid).findOne({ documentId, populate: { zones: true, experiences: true } });
  const { email, language, reference } = submission as Row & { email: string; language: string; reference: string };
  const follow = await makeLink(strapi, 'follow', { uid, documentId }, daysFrom(new Date(), retention.followLink));
  await postMail(strapi, {
    cause: `receipt ${documentId}`,
    to: email,
    locale: language,
    write: (say) => ({
      subject: say('mail.receipt.subject', { reference }),
      parts: [
        say('mail.receipt.text', { reference }),
        { link: siteAddress(`/suivi/${follow}`, language), label: say('mail.receipt.link') },
        say('mail.receipt.copy'),
        { list: answersOf(submission!, say, language) },
      ],
    }),
  });
  return { follow };
}

/** What was answered, question by question, in the order and the words of the form. */
function answersOf(submission: Row, say: Say, locale: string): [string, string][] {
  const zones = submission['zones'] as { name: string }[];
  const experiences = submission['experiences'] as {
    stepNumber: number;
    text: string;
    since?: number;
    reference?: string;
  }[];
  const answers: [string, unknown][] = [
    [say('form.name'), submission['name']],
    [say('resource.kind'), say(submission['kind'] === 'public' ? 'form.kindPublic' : 'form.kindPrivate')],
    [say('resource.zones'), zones.map(({ name }) => name).join(', ')],
    [say('resource.languages'), nameLanguages(String(submission['languages']), locale)],
    [say('form.website'), submission['website']],
    [say('form.summary'), submission['summary']],
    [say('form.description'), submission['description']],
    ...experiences.map(({ stepNumber, text, since, reference }): [string, unknown] => [
      say('form.experienceText', { number: stepNumber }),
      [text, since && say('resource.since', { year: since }), reference].filter(Boolean).join('\n'),
    ]),
    [say('form.justification'), submission['justification']],
  ];
  return answers.flatMap(([question, answer]) => (answer ? [[question, String(answer)]] : []));
}
