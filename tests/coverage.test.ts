import { describe, expect, test } from 'vitest';
import { sharedWorld } from './world/shared.ts';

const { cmsUrl } = sharedWorld();

interface Support {
  public: number;
  private: number;
}
interface Coverage {
  steps: { number: number; support: Support }[];
  zones: { slug: string; support: Support }[];
  cells: (Support & { step: number; zone: string })[];
  support: Support;
}
interface Directory {
  total: number;
  facets: { kind: { value: keyof Support; count: number }[] };
}

const coverage = await readJson<Coverage>('/api/resources/coverage');

describe('the coverage counts what the directory then finds', () => {
  test('in every cell, the empty ones too', async () => {
    expect(coverage.cells.length).toBe(coverage.steps.length * coverage.zones.length);
    const found = [];
    for (const { step, zone } of coverage.cells)
      found.push({ step, zone, ...(await supportIn(`?step=${step}&zone=${zone}`)) });
    expect(coverage.cells).toEqual(found);
  });

  test('for every step and every zone, and in all', async () => {
    for (const { number, support } of coverage.steps) expect(support).toEqual(await supportIn(`?step=${number}`));
    for (const { slug, support } of coverage.zones) expect(support).toEqual(await supportIn(`?zone=${slug}`));
    expect(coverage.support).toEqual(await supportIn(''));
  });

  test('and shows the gaps that staff left', () => {
    const gaps = coverage.cells.filter((cell) => cell.public + cell.private === 0);
    expect(gaps).toContainEqual({ step: 5, zone: 'brabant-wallon', public: 0, private: 0 });
    expect(gaps).toContainEqual({ step: 8, zone: 'luxembourg', public: 0, private: 0 });
  });
});

test('whoever finds nothing is told what removing each filter gives', async () => {
  const filters = { step: '5', zone: 'brabant-wallon', kind: 'private', q: 'e' };
  const query = String(new URLSearchParams(filters));
  expect(await readJson(`/api/resources/resources?${query}`)).toMatchObject({ total: 0 });
  const { relaxations } = await readJson<{ relaxations: { filter: keyof typeof filters; count: number }[] }>(
    `/api/resources/relaxations?${query}`,
  );
  expect(relaxations.map(({ filter }) => filter)).toEqual(['q', 'step', 'zone', 'kind']);
  expect(relaxations.some(({ count }) => count > 0)).toBe(true);
  for (const { filter, count } of relaxations) {
    const others = new URLSearchParams(Object.entries(filters).filter(([name]) => name !== filter));
    expect(await readJson(`/api/resources/resources?${others}`)).toMatchObject({ total: count });
  }
});

/** What the directory itself finds, by kind. */
async function supportIn(query: string): Promise<Support> {
  const { total, facets } = await readJson<Directory>(`/api/resources/resources${query}`);
  const countOf = (kind: keyof Support) => facets.kind.find(({ value }) => value === kind)!.count;
  expect(countOf('public') + countOf('private')).toBe(total);
  return { public: countOf('public'), private: countOf('private') };
}

async function readJson<Answer>(path: string): Promise<Answer> {
  const response = await fetch(cmsUrl + path);
  if (!response.ok) throw new Error(`The CMS answered ${response.status} to ${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
}
