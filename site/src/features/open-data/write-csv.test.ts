import { expect, test } from 'vitest';
import { joinValues, writeCsv } from './write-csv.ts';

const columns = { name: ({ name }: { name: string }) => name, since: ({ since }: { since?: number }) => since };

async function csvOf(...parts: { name: string; since?: number }[][]): Promise<string> {
  return (await Array.fromAsync(writeCsv(columns, asParts(parts)))).join('');
}

async function* asParts<Item>(parts: Item[][]): AsyncGenerator<Item[]> {
  yield* parts;
}

test('a spreadsheet in French finds its accents and its columns', async () => {
  expect(await csvOf([{ name: 'Élan', since: 2003 }])).toBe('\uFEFFname;since\r\nÉlan;2003\r\n');
});

test('the parts follow each other under one header', async () => {
  expect(await csvOf([{ name: 'un' }], [], [{ name: 'deux' }])).toBe('\uFEFFname;since\r\nun;\r\ndeux;\r\n');
});

test.each(['=HYPERLINK("https://example.org";"Gagné")', '+32 65 00 00 00', '-1+1', '@SUM(A1)', '\t=1', '\r=1'])(
  'a spreadsheet does not obey %j',
  async (name) => {
    const [, row = ''] = (await csvOf([{ name }])).split(/\r\n/);
    expect(row).toMatch(/^"?'/);
  },
);

test('quotes, separators and line breaks stay inside their cell', async () => {
  expect(await csvOf([{ name: 'dit «; "oui"\nnon»' }])).toBe('\uFEFFname;since\r\n"dit «; ""oui""\nnon»";\r\n');
});

test('several values of a cell are not taken for a number', () => {
  expect(joinValues([3, 6])).toBe('3|6');
});
