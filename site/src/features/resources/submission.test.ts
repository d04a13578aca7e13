import { submissionInput } from '@s-tetic/cms/contracts/resources';
import { checkInput } from '@s-tetic/config/validation';
import { describe, expect, test } from 'vitest';
import { experienceField, fieldOf, readSubmission } from './submission.ts';

/** The form as a browser sends it: every text field present, only the boxes that are ticked. */
function filled(changes: Record<string, string | string[]> = {}): FormData {
  const form = new FormData();
  const fields: Record<string, string | string[]> = {
    name: 'Atelier des possibles',
    kind: 'private',
    website: 'www.atelier.example',
    languages: ['fr', 'nl'],
    zones: ['namur'],
    email: ' info@atelier.example ',
    summary: 'Nous aidons à vendre ensemble.',
    description: '',
    steps: ['3'],
    justification: '',
    nickname: '',
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((step) => [
        [experienceField(step, 'text'), step === 3 ? 'Douze appels d’offres\r\nremportés à plusieurs.' : ''],
        [experienceField(step, 'since'), step === 3 ? '2014' : ''],
        [experienceField(step, 'reference'), ''],
      ]),
    ),
    ...changes,
  };
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value);
  return form;
}

const check = (form: FormData) => checkInput(submissionInput, readSubmission(form, 'fr'));

test('a form well filled is what the CMS expects', () => {
  expect(check(filled()).data).toEqual({
    locale: 'fr',
    name: 'Atelier des possibles',
    kind: 'private',
    website: 'https://www.atelier.example',
    languages: ['fr', 'nl'],
    zones: ['namur'],
    email: 'info@atelier.example',
    summary: 'Nous aidons à vendre ensemble.',
    experiences: [{ stepNumber: 3, text: 'Douze appels d’offres\nremportés à plusieurs.', since: 2014 }],
  });
});

test('an experience typed and then unticked is not sent', () => {
  const form = filled({ [experienceField(5, 'text')]: 'Je change d’avis.' });
  expect(check(form).data?.experiences.map(({ stepNumber }) => stepNumber)).toEqual([3]);
});

test('a step ticked sixty thousand times is refused, and looked for ten times at most', () => {
  const form = filled({ steps: Array(60_000).fill('3') });
  expect(readSubmission(form, 'fr')['experiences']).toHaveLength(10);
  expect(check(form).issues?.map(({ path, key }) => [path.join('.'), key])).toEqual([['experiences', 'error.most']]);
});

test('an empty form says all that is missing', () => {
  expect(check(new FormData()).issues?.map(({ path, key }) => [path.join('.'), key])).toEqual([
    ['name', 'error.required'],
    ['kind', 'error.required'],
    ['languages', 'error.choices'],
    ['zones', 'error.choices'],
    ['summary', 'error.required'],
    ['experiences', 'error.choices'],
    ['email', 'error.required'],
  ]);
});

test('the hidden field goes on to the CMS, which decides', () => {
  expect(check(filled({ nickname: 'bot' })).data?.nickname).toBe('bot');
});

describe('bad input is refused by the schema, none is dropped on the way', () => {
  test.each([
    ['an unknown field', { admin: '1' }, ['admin'], 'error.unknownField'],
    [
      'an experience of a tenth step',
      { [experienceField(10, 'text')]: 'a' },
      ['experiences.10.text'],
      'error.unknownField',
    ],
    ['an unknown step', { steps: ['3', '12'] }, ['experiences', 1, 'stepNumber'], 'error.unknownStep'],
    ['a step that is no number', { steps: ['3', '<b>'] }, ['experiences', 1, 'stepNumber'], 'error.unknownStep'],
    ['the same step twice', { steps: ['3', '3'] }, ['experiences'], 'error.sameStep'],
    ['a year in letters', { [experienceField(3, 'since')]: 'longtemps' }, ['experiences', 0, 'since'], 'error.year'],
    ['a step without its text', { [experienceField(3, 'text')]: ' ' }, ['experiences', 0, 'text'], 'error.experience'],
  ])('%s', (_, changes, path, key) => {
    expect(check(filled(changes)).issues).toContainEqual(expect.objectContaining({ path, key }));
  });

  test('five steps ask why', () => {
    const experiences = [1, 2, 3, 4, 5].map((step) => [experienceField(step, 'text'), 'Oui.']);
    const form = filled({ steps: ['1', '2', '3', '4', '5'], ...Object.fromEntries(experiences) });
    expect(check(form).issues).toEqual([{ path: ['justification'], key: 'error.justification', values: { count: 5 } }]);
  });

  test('five steps ask why, together with what else is wrong', () => {
    const form = filled({ steps: ['1', '2', '3', '4', '5'] });
    expect(check(form).issues?.map(({ key }) => key)).toEqual([
      ...Array(4).fill('error.experience'),
      'error.justification',
    ]);
  });
});

describe('an issue is about a field of the form', () => {
  const sent = readSubmission(filled({ steps: ['7', '3'] }), 'fr');
  test.each([
    [['name'], 'name'],
    [['zones', 2], 'zones'],
    [['experiences'], 'steps'],
    [['experiences', 1, 'text'], 'experiences.3.text'],
    [['experiences', 0, 'stepNumber'], 'steps'],
    [['experiences', 9, 'text'], 'steps'],
  ])('%j is %s', (path, field) => {
    expect(fieldOf(path, sent)).toBe(field);
  });
});
