import { readFileSync } from 'node:fs';
import { retention } from '@s-tetic/config/retention';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

test.each([
  ['fr', 'jour'],
  ['en', 'day'],
])('the privacy page in %s says how long things are kept, as the jobs that erase know it', (locale, unit) => {
  const seeds = parse(readFileSync(new URL(`seed/${locale}.yaml`, import.meta.url), 'utf8')) as {
    page: { key: string; body: string }[];
  };
  const { body } = seeds.page.find(({ key }) => key === 'page-vie-privee')!;
  for (const days of Object.values(retention)) expect(body).toMatch(new RegExp(`\\b${days} ${unit}`));
});
