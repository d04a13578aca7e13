import { daysFrom, retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import { siteAddress } from '../../lib/site-address';
import { makeLink } from '../links/link';
import { postMail } from '../mail/post-mail';
import { addressOf, type Written } from './written';

const uid = 'plugin::comments.comment';

/** Writes, once an answer is public, to those who took part in the conversation and chose to be told. Nobody is told of their own words. */
export async function announceReply(strapi: Core.Strapi, { documentId }: { documentId: string }): Promise<void> {
  const comments = strapi.db.query(uid);
  const reply: Written | null = await comments.findOne({ where: { documentId } });
  if (!reply?.inReplyTo || reply.audience === 'remark') return;
  const { inReplyTo } = reply;
  const party: Written[] = await comments.findMany({
    where: {
      $or: [{ publicKey: inReplyTo }, { inReplyTo }],
      documentId: { $ne: documentId },
      wantsReplies: true,
      email: { $notNull: true },
      state: 'approved',
      audience: 'publish',
    },
    orderBy: { sentAt: 'asc' },
  });
  for (const reader of onceEach(party)) {
    if (mailboxOf(reader) !== mailboxOf(reply)) await writeTo(strapi, reader, reply);
  }
}

async function writeTo(strapi: Core.Strapi, reader: Written, reply: Written): Promise<void> {
  const { documentId, email, language } = reader;
  const lives = daysFrom(new Date(), retention.unsubscribeLink);
  const unsubscribe = siteAddress(
    `/courriels/${await makeLink(strapi, 'silence', { uid, documentId }, lives)}`,
    language,
  );
  await postMail(strapi, {
    cause: `reply ${reply.documentId} told ${documentId}`,
    to: email!,
    locale: language,
    write: (say) => ({
      subject: say('mail.reply.subject'),
      parts: [
        say('mail.reply.text', { author: reply.author }),
        { list: [[reply.author, reply.text]] },
        { link: addressOf({ ...reply, language }), label: say('mail.reply.link') },
        { link: unsubscribe, label: say('mail.reply.stop') },
      ],
      unsubscribe,
    }),
  });
}

const mailboxOf = ({ email }: Written) => email?.toLowerCase();

/** Whoever wrote several times in a conversation is written to once. */
const onceEach = (party: readonly Written[]): Written[] => [
  ...new Map(party.map((one) => [mailboxOf(one), one])).values(),
];
