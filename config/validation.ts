import { z } from 'zod';
import { fill, type Values, wordFor, type Words } from './words.ts';

/**
 * What is wrong with what was sent, in terms that every language has words for.
 * The CMS answers with them, the site writes them beside its fields; neither shows Zod's own sentences.
 */
export interface Issue {
  /** Where it is in what was sent: `['experiences', 0, 'text']`. Empty for the whole. */
  readonly path: readonly (string | number)[];
  /** A key of the catalogue: `error.tooLong`. */
  readonly key: string;
  /** What fills the braces of that sentence, `{field}` excepted. A value may itself be a key of the catalogue: `error.type.text`. */
  readonly values: Values;
}

export type Checked<Data> =
  { readonly data: Data; readonly issues?: never } | { readonly data?: never; readonly issues: readonly Issue[] };

/** Checks what was sent against its schema: the data ready to use, or what is wrong with it. */
export function checkInput<Schema extends z.ZodType>(schema: Schema, sent: unknown): Checked<z.output<Schema>> {
  const result = schema.safeParse(sent);
  return result.success ? { data: result.data } : { issues: explainIssues(result.error, { schema, sent }) };
}

/** No form of ours has as many boxes. What has more faults was made by a machine, which could make a hundred thousand of them. */
const MOST_ISSUES = 50;

/**
 * The issues of a Zod error, in the order of the schema, one for each place, and no more than `MOST_ISSUES`.
 * @param context.sent what was checked, from which lengths and found types are told
 * @param context.schema what it was checked against, from which expected fields are told
 */
function explainIssues(
  error: z.ZodError,
  { sent, schema }: { readonly sent: unknown; readonly schema: z.ZodType },
): readonly Issue[] {
  const explained = error.issues.slice(0, MOST_ISSUES).flatMap((issue): Issue[] => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    const found = path.reduce(valueAt, sent);
    if (issue.code === 'unrecognized_keys') {
      const fields = fieldsAt(schema, path).join(', ');
      return issue.keys.slice(0, MOST_ISSUES).map((key) => ({
        path: [...path, excerpt(key)],
        key: 'error.unknownField',
        values: { fields },
      }));
    }
    return [{ path, ...(explainMeaning(issue, path, found, sent) ?? explainShape(issue, found)) }];
  });
  return firstOfEachPlace(explained).slice(0, MOST_ISSUES);
}

/**
 * The sentence of an issue, in the words of one language.
 * @param field what the reader calls the field; its path when absent
 */
export function sayIssue(issue: Issue, words: Words, field = issue.path.join('.')): string {
  const values = Object.entries(issue.values).map(
    ([name, value]) => [name, wordFor(words, String(value)) ?? value] as const,
  );
  return fill(wordFor(words, issue.key) ?? issue.key, { ...Object.fromEntries(values), field });
}

type Explained = Pick<Issue, 'key' | 'values'>;

/** What an issue means in a field that readers know by more than its shape: a step, a year, an experience. */
function explainMeaning(
  issue: z.core.$ZodIssue,
  path: readonly (string | number)[],
  found: unknown,
  sent: unknown,
): Explained | undefined {
  const field = path.at(-1);
  const reason: unknown = issue.code === 'custom' ? issue.params?.['reason'] : undefined;
  if (reason === 'unprintable') return { key: 'error.characters', values: {} };
  if (reason === 'manySteps')
    return { key: 'error.justification', values: { count: listAt(sent, 'experiences').length } };
  if (reason === 'repeatedStep') return { key: 'error.sameStep', values: { number: firstRepeated(found) } };
  if (field === 'text' && path[0] === 'experiences' && isBlank(found)) {
    const number = valueAt(path.slice(0, -1).reduce(valueAt, sent), 'stepNumber');
    return { key: 'error.experience', values: { number: excerpt(number) } };
  }
  if (isBlank(found)) return undefined;
  if (field === 'since') return { key: 'error.year', values: { min: 1900, max: new Date().getFullYear() } };
  if (field === 'step' || field === 'stepNumber')
    return { key: 'error.unknownStep', values: { value: excerpt(found) } };
  if (field === 'path' && issue.code === 'invalid_format') {
    return { key: 'error.unknownPage', values: { path: excerpt(found) } };
  }
  if (field === 'zone' || (path[0] === 'zones' && path.length > 1)) {
    return { key: 'error.unknownZone', values: { value: excerpt(found) } };
  }
  return undefined;
}

function explainShape(issue: z.core.$ZodIssue, found: unknown): Explained {
  switch (issue.code) {
    case 'invalid_type':
      return isBlank(found)
        ? { key: 'error.required', values: {} }
        : { key: 'error.type', values: { found: typeWord(found), expected: expectedWord(issue.expected) } };
    case 'too_small':
      if (issue.origin === 'array') return { key: 'error.choices', values: {} };
      if (issue.origin !== 'string') return { key: 'error.least', values: { min: Number(issue.minimum) } };
      return isBlank(found)
        ? { key: 'error.required', values: {} }
        : { key: 'error.tooShort', values: { min: Number(issue.minimum), length: lengthOf(String(found)) } };
    case 'too_big':
      return issue.origin === 'string'
        ? { key: 'error.tooLong', values: { max: Number(issue.maximum), length: lengthOf(String(found)) } }
        : { key: 'error.most', values: { max: Number(issue.maximum) } };
    case 'invalid_format':
      if (isBlank(found)) return { key: 'error.required', values: {} };
      return {
        key: issue.format === 'email' || issue.format === 'url' ? `error.${issue.format}` : 'error.choice',
        values: {},
      };
    default:
      return { key: isBlank(found) ? 'error.required' : 'error.choice', values: {} };
  }
}

/** A value of the wrong type may fail its length too: one sentence per place is what helps. */
function firstOfEachPlace(issues: readonly Issue[]): readonly Issue[] {
  const places = new Map<string, Issue>();
  for (const issue of issues) {
    const place = JSON.stringify(issue.path);
    if (!places.has(place)) places.set(place, issue);
  }
  return [...places.values()];
}

function valueAt(container: unknown, key: string | number): unknown {
  if (typeof container !== 'object' || container === null || !Object.hasOwn(container, key)) return undefined;
  return (container as Record<string | number, unknown>)[key];
}

function listAt(container: unknown, key: string): readonly unknown[] {
  const list = valueAt(container, key);
  return Array.isArray(list) ? list : [];
}

function firstRepeated(experiences: unknown): string {
  const seen = new Set<unknown>();
  const numbers = (Array.isArray(experiences) ? experiences : []).map((one) => valueAt(one, 'stepNumber'));
  return excerpt(numbers.find((number) => seen.size === seen.add(number).size));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Characters as the schemas count them: trimmed, a line end being one. */
function lengthOf(text: string): number {
  return text.replaceAll('\r\n', '\n').trim().length;
}

/** Enough of a value to recognise it: a sentence must not carry back a megabyte, nor what would not print. */
function excerpt(value: unknown): string {
  const text = (typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(/\p{C}/gu, '\uFFFD');
  return text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text;
}

function typeWord(value: unknown): string {
  if (Array.isArray(value)) return 'error.type.list';
  const words: Partial<Record<string, string>> = {
    string: 'error.type.text',
    number: 'error.type.number',
    boolean: 'error.type.boolean',
    object: 'error.type.object',
  };
  return words[typeof value] ?? 'error.type.nothing';
}

function expectedWord(expected: string): string {
  const words: Partial<Record<string, string>> = {
    string: 'error.type.text',
    int: 'error.type.number',
    number: 'error.type.number',
    boolean: 'error.type.boolean',
    array: 'error.type.list',
    object: 'error.type.object',
  };
  return words[expected] ?? 'error.type.nothing';
}

/** The fields that an object expects, at a place of a schema. */
function fieldsAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fieldsAt(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return fieldsAt(schema.element, path.slice(1));
  if (!(schema instanceof z.ZodObject)) return [];
  const [first, ...rest] = path;
  const inner: z.core.$ZodType | undefined = first === undefined ? undefined : schema.shape[first];
  return inner ? fieldsAt(inner, rest) : Object.keys(schema.shape);
}
