import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkInput, sayIssue } from './validation.ts';

const french = JSON.parse(readFileSync(new URL('words/fr.json', import.meta.url), 'utf8')) as Record<string, string>;

const printable = z.string().refine((text) => !text.includes('\u0000'), { params: { reason: 'unprintable' } });

const form = z
  .strictObject({
    name: z.string().trim().min(1).max(10).pipe(printable),
    kind: z.enum(['public', 'private']),
    email: z.email(),
    website: z.url({ protocol: /^https?$/ }).optional(),
    zones: z
      .array(z.string().regex(/^[a-z]+$/))
      .min(1)
      .max(3),
    experiences: z
      .array(
        z.strictObject({
          stepNumber: z.int().min(1).max(9),
          text: z.string().trim().min(1),
          since: z.int().min(1900).optional(),
        }),
      )
      .min(1)
      .max(3)
      .refine((list) => new Set(list.map(({ stepNumber }) => stepNumber)).size === list.length, {
        params: { reason: 'repeatedStep' },
      }),
    justification: z.string().optional(),
  })
  .refine(({ experiences, justification }) => experiences.length < 3 || justification !== undefined, {
    path: ['justification'],
    params: { reason: 'manySteps' },
  });

const right = {
  name: 'Bureau',
  kind: 'private',
  email: 'info@bureau.example',
  zones: ['namur'],
  experiences: [{ stepNumber: 3, text: 'Dix ans de mise en relation.' }],
};

function issuesOf(change: Record<string, unknown>) {
  return checkInput(form, { ...right, ...change }).issues;
}

test('what is right comes back as data, trimmed as the schema says', () => {
  expect(checkInput(form, { ...right, name: ' Bureau ' }).data).toEqual(right);
});

describe('each fault has its own sentence', () => {
  const step = (fields: Record<string, unknown>) => ({ experiences: [{ ...right.experiences[0], ...fields }] });
  test.each([
    ['a missing field', { name: undefined }, ['name'], 'error.required', {}],
    ['an empty field', { name: '  ' }, ['name'], 'error.required', {}],
    ['an empty choice', { kind: '' }, ['kind'], 'error.required', {}],
    ['a text too long', { name: 'Douze lettre' }, ['name'], 'error.tooLong', { max: 10, length: 12 }],
    ['an invisible character', { name: 'a\u0000b' }, ['name'], 'error.characters', {}],
    ['a choice not offered', { kind: 'secret' }, ['kind'], 'error.choice', {}],
    ['an address without @', { email: 'bureau' }, ['email'], 'error.email', {}],
    ['a web address that is none', { website: 'bureau' }, ['website'], 'error.url', {}],
    ['a script as web address', { website: 'javascript:alert(1)' }, ['website'], 'error.url', {}],
    ['more choices than there are', { zones: Array(4).fill('namur') }, ['zones'], 'error.most', { max: 3 }],
    ['no choice', { zones: [] }, ['zones'], 'error.choices', {}],
    ['an impossible zone', { zones: ['../..'] }, ['zones', 0], 'error.unknownZone', { value: '../..' }],
    [
      'a number for a text',
      { name: 12 },
      ['name'],
      'error.type',
      { found: 'error.type.number', expected: 'error.type.text' },
    ],
    [
      'a text for a list',
      { zones: 'namur' },
      ['zones'],
      'error.type',
      { found: 'error.type.text', expected: 'error.type.list' },
    ],
    [
      'a list for a group of fields',
      { experiences: [[]] },
      ['experiences', 0],
      'error.type',
      { found: 'error.type.list', expected: 'error.type.object' },
    ],
    [
      'a step chosen without its experience',
      step({ text: ' ' }),
      ['experiences', 0, 'text'],
      'error.experience',
      { number: '3' },
    ],
    [
      'a step that does not exist',
      step({ stepNumber: 10 }),
      ['experiences', 0, 'stepNumber'],
      'error.unknownStep',
      { value: '10' },
    ],
    [
      'a year before all years',
      step({ since: 214 }),
      ['experiences', 0, 'since'],
      'error.year',
      { min: 1900, max: new Date().getFullYear() },
    ],
    [
      'a year in letters',
      step({ since: 'longtemps' }),
      ['experiences', 0, 'since'],
      'error.year',
      { min: 1900, max: new Date().getFullYear() },
    ],
    [
      'a step cited twice',
      { experiences: [...right.experiences, ...right.experiences] },
      ['experiences'],
      'error.sameStep',
      { number: '3' },
    ],
    [
      'many steps without a reason',
      { experiences: [1, 2, 3].map((stepNumber) => ({ stepNumber, text: 'Oui.' })) },
      ['justification'],
      'error.justification',
      { count: 3 },
    ],
    [
      'a field that nobody asked for',
      { admin: true },
      ['admin'],
      'error.unknownField',
      { fields: 'name, kind, email, website, zones, experiences, justification' },
    ],
    [
      'a field that nobody asked for, inside',
      step({ admin: true }),
      ['experiences', 0, 'admin'],
      'error.unknownField',
      { fields: 'stepNumber, text, since' },
    ],
  ])('%s', (_, change, path, key, values) => {
    expect(issuesOf(change)).toEqual([{ path, key, values }]);
    expect(french).toHaveProperty([key]);
  });
});

test('a query says which step, which page number it did not understand', () => {
  const filters = z.strictObject({
    step: z.coerce.number().int().min(1).max(9).optional(),
    page: z.coerce.number().int().min(1).max(100).default(1),
  });
  expect(checkInput(filters, { step: '12', page: '0' }).issues).toEqual([
    { path: ['step'], key: 'error.unknownStep', values: { value: '12' } },
    { path: ['page'], key: 'error.least', values: { min: 1 } },
  ]);
});

test('a body that is no object at all is said so', () => {
  expect(checkInput(form, ['a']).issues).toEqual([
    { path: [], key: 'error.type', values: { found: 'error.type.list', expected: 'error.type.object' } },
  ]);
});

test('a wrong value a megabyte long is cited in short', () => {
  const [issue] = issuesOf({ zones: ['?'.repeat(1_000_000)] })!;
  expect(issue!.values['value']).toHaveLength(41);
});

test('the name of a field that nobody asked for is cited in short too', () => {
  const [issue] = issuesOf({ ['?'.repeat(1_000_000)]: 1 })!;
  expect(issue!.path[0]).toHaveLength(41);
});

test('a hundred thousand fields that nobody asked for, or as many wrong values, are answered by the first of them', () => {
  const flood = Array.from({ length: 100_000 }, (_, index) => `x${index}`);
  const unknown = issuesOf({ kind: 'secret', ...Object.fromEntries(flood.map((name) => [name, ''])) })!;
  expect(unknown).toHaveLength(50);
  expect(unknown.slice(0, 2).map(({ path }) => path)).toEqual([['kind'], ['x0']]);
  expect(checkInput(z.array(z.int()), flood).issues).toHaveLength(50);
});

test('a step cited twice is found among a hundred thousand', () => {
  const steps = z.strictObject({
    experiences: z
      .array(z.strictObject({ stepNumber: z.int() }))
      .refine(() => false, { params: { reason: 'repeatedStep' } }),
  });
  const experiences = Array.from({ length: 100_000 }, (_, index) => ({ stepNumber: Math.min(index, 99_998) }));
  expect(checkInput(steps, { experiences }).issues?.[0]?.values).toEqual({ number: '99998' });
});

test('what would not print is not cited', () => {
  const [issue] = issuesOf({ zones: ['\u0000\u202E\uD800'] })!;
  expect(issue!.values['value']).toBe('\uFFFD\uFFFD\uFFFD');
});

test('a page whose address is impossible does not exist', () => {
  const comment = z.strictObject({ path: z.string().regex(/^\/[a-z/-]*$/) });
  expect(checkInput(comment, { path: '/../etc' }).issues).toEqual([
    { path: ['path'], key: 'error.unknownPage', values: { path: '/../etc' } },
  ]);
});

describe('saying it', () => {
  test('braces are filled, the field by its label', () => {
    const issue = { path: ['name'], key: 'error.tooLong', values: { max: 10, length: 12 } };
    expect(sayIssue(issue, french, 'Nom de l’organisation')).toBe(
      'Nom de l’organisation\u00A0: 10 caractères au plus, vous en avez écrit 12.',
    );
  });

  test('a type is said in words, a field without label by its path', () => {
    const issue = {
      path: ['experiences', 0],
      key: 'error.type',
      values: { found: 'error.type.list', expected: 'error.type.object' },
    };
    expect(sayIssue(issue, french)).toBe(
      'experiences.0\u00A0: nous avons reçu une liste, nous attendions un groupe de champs.',
    );
  });

  test('what a stranger sent cannot fill braces of its own', () => {
    const issue = { path: ['zones', 0], key: 'error.unknownZone', values: { value: '{field}' } };
    expect(sayIssue(issue, french)).toContain('«\u00A0{field}\u00A0»');
  });
});
