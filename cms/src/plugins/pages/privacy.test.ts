import { globSync, readFileSync } from 'node:fs';
import { retention } from '@s-tetic/config/retention';
import { catalogue } from '@s-tetic/config/words';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const rules = Object.keys(retention);

const sources = globSync('../**/*.ts', { cwd: import.meta.dirname, exclude: (name) => name.endsWith('.test.ts') }).map(
  (file) => readFileSync(new URL(file, import.meta.url), 'utf8'),
);

test.each(rules)('«%s» is how long something is kept, or a link works', (rule) => {
  // Where a date is reckoned with it: a sentence that tells of it is not enough.
  const isKept = new RegExp(`(daysFrom|makeManagementAddress)\\([^;]*retention\\.${rule}\\b`);
  expect(sources.filter((source) => isKept.test(source)).length).toBeGreaterThan(0);
});

test.each(['fr', 'en', 'nl'])('the table of the privacy page has a row for each rule in %s', (locale) => {
  const named = Object.keys(catalogue[locale]!);
  expect(named).toEqual(expect.arrayContaining(rules.map((rule) => `retention.${rule}`)));
});

test.each(['fr', 'en'])('the text of the privacy page in %s leaves all durations to its table', (locale) => {
  const seeds = parse(readFileSync(new URL(`seed/${locale}.yaml`, import.meta.url), 'utf8')) as {
    page: { key: string; body: string }[];
  };
  const { body } = seeds.page.find(({ key }) => key === 'page-vie-privee')!;
  expect(body).not.toMatch(/\d+\s+(jour|day|an|year|heure|hour)/);
  expect(body).toContain('(/mes-donnees)');
});
