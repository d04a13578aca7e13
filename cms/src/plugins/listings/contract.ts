import type { Contract } from '../../lib/contract';
import { linkInput } from '../proof/contract';
import { hiddenTypes } from './content-types';
import { moderatedContentTypes } from './moderated-types';
import {
  actionInput,
  askAnswer,
  askInput,
  claimInput,
  doneAnswer,
  draftAnswer,
  handOverInput,
  heldInput,
  holdingsAnswer,
  revisionAnswer,
  revisionInput,
  takeOverAnswer,
} from './shapes';

export * from './shapes';

export const contract = {
  name: 'listings',
  title: 'Fiches',
  contentTypes: { ...hiddenTypes, ...moderatedContentTypes },
  routes: {
    ask: {
      method: 'POST',
      path: '/links',
      summary: 'Have the link mailed by which the listings of an address are managed',
      body: askInput,
      answer: askAnswer,
    },
    open: {
      method: 'POST',
      path: '/holdings',
      summary: 'The listings that the bearer of a link manages. Changes nothing',
      body: linkInput,
      answer: holdingsAnswer,
    },
    act: {
      method: 'POST',
      path: '/actions',
      summary: 'Confirm a listing, choose its rhythm, suspend it, put it back online or delete it',
      body: actionInput,
      answer: doneAnswer,
    },
    draft: {
      method: 'POST',
      path: '/drafts',
      summary: 'What the form of a listing opens with. Changes nothing',
      body: heldInput,
      answer: draftAnswer,
    },
    revise: {
      method: 'POST',
      path: '/revisions',
      summary: 'Propose changes of a listing, which wait for a moderator while it stays as it is',
      body: revisionInput,
      answer: revisionAnswer,
    },
    handOver: {
      method: 'POST',
      path: '/handovers',
      summary: 'Invite another address to take a listing over',
      body: handOverInput,
      answer: askAnswer,
    },
    lookAtHandover: {
      method: 'POST',
      path: '/handover-looks',
      summary: 'What an invitation offers. Changes nothing',
      body: linkInput,
      answer: takeOverAnswer,
    },
    takeOver: {
      method: 'POST',
      path: '/takeovers',
      summary: 'Take over the listing that one was invited to',
      body: linkInput,
      answer: takeOverAnswer,
    },
    claim: {
      method: 'POST',
      path: '/claims',
      summary: 'Ask for a listing that nobody manages, once the address is confirmed',
      body: claimInput,
      answer: askAnswer,
    },
  },
} as const satisfies Contract;
