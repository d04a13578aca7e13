import { describe, expect, test } from 'vitest';
import { activeFilters, queryOf, readFilters, withFilter } from './filters.ts';

const read = (query: string) => readFilters(new URLSearchParams(query), 'fr');
const all = { locale: 'fr', page: 1, sort: 'name' } as const;

describe('reading the address of the directory', () => {
  test('an address without filter is the whole list', () => {
    expect(read('').data).toEqual(all);
  });

  test('a form sent with empty fields is the whole list too', () => {
    expect(read('q=++&step=&zone=&kind=&language=').data).toEqual(all);
  });

  test('filters are read, words trimmed', () => {
    expect(read('q=+export+&step=3&zone=namur&kind=private&language=nl&sort=new&page=2').data).toEqual({
      ...all,
      q: 'export',
      step: 3,
      zone: 'namur',
      kind: 'private',
      language: 'nl',
      sort: 'new',
      page: 2,
    });
  });

  test('the parameters of a campaign are left alone', () => {
    expect(read('utm_source=lettre&step=3').data).toEqual({ ...all, step: 3 });
  });

  test.each([
    ['step=12', 'step', 'error.unknownStep'],
    ['step=trois', 'step', 'error.unknownStep'],
    ['zone=../../etc', 'zone', 'error.unknownZone'],
    ['kind=secret', 'kind', 'error.choice'],
    ['language=xx', 'language', 'error.choice'],
    ['page=0', 'page', 'error.least'],
    ['page=99999999', 'page', 'error.most'],
    [`q=${'a'.repeat(101)}`, 'q', 'error.tooLong'],
  ])('%s is refused and said why', (query, field, key) => {
    expect(read(query).issues).toMatchObject([{ path: [field], key }]);
  });
});

describe('writing it', () => {
  test('what is usual is not written', () => {
    expect(queryOf(all)).toBe('');
  });

  test('an address reads back as what it was written from, in one order only', () => {
    const filters = read('page=2&zone=namur&q=export+%26+vente').data!;
    expect(queryOf(filters)).toBe('?q=export+%26+vente&zone=namur&page=2');
    expect(read(queryOf(filters)).data).toEqual(filters);
  });

  test('a changed filter starts again from the first page', () => {
    expect(queryOf(withFilter({ ...all, step: 3, page: 4 }, 'zone', 'namur'))).toBe('?step=3&zone=namur');
  });

  test('each filter in use can be removed alone', () => {
    const active = activeFilters({ ...all, q: 'export', step: 3, page: 4 });
    expect(active.map(({ name, value, without }) => [name, value, queryOf(without)])).toEqual([
      ['q', 'export', '?step=3'],
      ['step', '3', '?q=export'],
    ]);
  });
});
