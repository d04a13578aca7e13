import type { Contract } from '../../lib/contract';
import { localeQuery } from '../../lib/shapes';
import { linkInput } from '../proof/contract';
import { previewAnswer, submissionInput, submissionReceived, submissionStatus } from './answers';
import { components, contentTypes } from './content-types';
import { coveragePage, formPage, relaxationsAnswer, resourceFilters, resourcePage, resourcesPage } from './shapes';

export * from './answers';
export * from './shapes';

export const contract = {
  name: 'resources',
  title: 'Ressources',
  components,
  contentTypes,
  routes: {
    resources: {
      method: 'GET',
      path: '/resources',
      summary: 'The directory, filtered and paged',
      query: resourceFilters,
      answer: resourcesPage,
    },
    resource: {
      method: 'GET',
      path: '/resources/:slug',
      summary: 'One resource with its experience for each step',
      query: localeQuery,
      answer: resourcePage,
    },
    relaxations: {
      method: 'GET',
      path: '/relaxations',
      summary: 'How many resources each filter in use hides, for who finds none',
      query: resourceFilters,
      answer: relaxationsAnswer,
    },
    coverage: {
      method: 'GET',
      path: '/coverage',
      summary: 'How many public and private resources support each step in each zone',
      query: localeQuery,
      answer: coveragePage,
    },
    form: {
      method: 'GET',
      path: '/form',
      summary: 'What the public form needs',
      query: localeQuery,
      answer: formPage,
    },
    preview: {
      method: 'POST',
      path: '/previews',
      summary: 'Which listings resemble one that is about to be sent. Stores nothing',
      body: submissionInput,
      answer: previewAnswer,
    },
    submit: {
      method: 'POST',
      path: '/submissions',
      summary: 'List a resource, which waits for its sender to confirm it, then for a moderator',
      body: submissionInput,
      answer: submissionReceived,
    },
    follow: {
      method: 'POST',
      path: '/statuses',
      summary: 'What became of a listing that was sent, by its secret link',
      body: linkInput,
      answer: submissionStatus,
    },
  },
} as const satisfies Contract;
