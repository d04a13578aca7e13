import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { nameOfUser, onlyWhoMay, type PanelUser } from '../../lib/panel-access';
import { answering, checked, type Context } from '../../lib/public-routes';
import { decisionInput, manyInput, subjectInput, type Decision, type ManyDecisions } from './contract';
import { decide, decideMany } from './decide';
import { describeItem } from './describe-item';
import type { Moderator } from './journal';
import { listJournal, type JournalQuery } from './list-journal';
import { countWaiting, listWaiting } from './list-waiting';
import { makeFaqEntry } from './make-faq-entry';
import { listReadyReasons } from './ready-reasons';
import { decideRight } from './rights';
import { chooseDigest, wantsDigest } from './send-digest';
import { undo } from './undo';

interface PanelContext extends Context {
  readonly state: { readonly user: PanelUser };
}

type Answer = (strapi: Core.Strapi, context: PanelContext) => Promise<unknown>;

const waitingQuery = z.object({ uid: z.string().optional(), state: z.enum(['pending', 'asked']).optional() });

const journalQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  uid: z.string().optional(),
  who: z.coerce.number().int().optional(),
});

const digestInput = z.strictObject({ wanted: z.boolean() });

/** What the panel asks, and what answers it. Only who may decide is answered, whatever they ask. */
const answers: Readonly<Record<string, Answer>> = {
  'GET /counts': (strapi) => countWaiting(strapi),
  'GET /waiting': (strapi, { query }) =>
    listWaiting(strapi, checked(waitingQuery, query) as z.infer<typeof waitingQuery>),
  'GET /waiting/:uid/:documentId': (strapi, { params: { uid, documentId } }) =>
    describeItem(strapi, { uid: uid!, documentId: documentId! }),
  'GET /reasons': (strapi) => listReadyReasons(strapi),
  'POST /decisions': async (strapi, context) => {
    const decision = checked(decisionInput, context.request.body) as Decision;
    return { state: decision.decision, entry: await decide(strapi, decision, moderatorOf(context)) };
  },
  'POST /many-decisions': async (strapi, context) => ({
    outcomes: await decideMany(strapi, checked(manyInput, context.request.body) as ManyDecisions, moderatorOf(context)),
  }),
  'GET /journal': (strapi, { query }) => listJournal(strapi, checked(journalQuery, query) as JournalQuery),
  'POST /journal/:entry/undoing': async (strapi, context) => ({
    entry: await undo(strapi, context.params['entry']!, moderatorOf(context)),
  }),
  'POST /faq-entries': async (strapi, context) => ({
    documentId: await makeFaqEntry(
      strapi,
      checked(subjectInput, context.request.body) as z.infer<typeof subjectInput>,
      moderatorOf(context),
    ),
  }),
  'GET /digest': async (strapi, { state: { user } }) => ({ wanted: await wantsDigest(strapi, user.id) }),
  'PUT /digest': async (strapi, { state: { user }, request: { body } }) => {
    const { wanted } = checked(digestInput, body) as z.infer<typeof digestInput>;
    await chooseDigest(strapi, user.id, wanted);
    return { wanted };
  },
};

/** The routes of the panel, in Strapi's form. Their answers speak French, as the panel does. */
export const panelRoutes = Object.entries(answers).map(([route, answer]) => {
  const [method, path] = route.split(' ');
  return {
    method,
    path,
    handler: answering<PanelContext>(async (context) => {
      context.body = await answer(strapi, context);
    }),
    config: onlyWhoMay(decideRight),
  };
});

const moderatorOf = ({ state: { user } }: PanelContext): Moderator => ({
  id: user.id,
  name: nameOfUser(user),
});
