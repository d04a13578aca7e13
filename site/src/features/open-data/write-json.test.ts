import { expect, test } from 'vitest';
import { writeJson } from './write-json.ts';

async function* partsOf(...parts: object[][]): AsyncGenerator<object[]> {
  yield* parts;
}

async function read(...written: Parameters<typeof writeJson>): Promise<unknown> {
  return JSON.parse((await Array.fromAsync(writeJson(...written))).join(''));
}

test('what was written piece by piece is one document', async () => {
  const head = { total: 3, nothing: undefined, title: 'Dit « "oui" »' };
  expect(await read(head, 'items', partsOf([{ a: 1 }, { a: 2 }], [], [{ a: 3 }]))).toEqual({
    total: 3,
    title: 'Dit « "oui" »',
    items: [{ a: 1 }, { a: 2 }, { a: 3 }],
  });
});

test('a document without items is one too', async () => {
  expect(await read({}, 'items', partsOf([]))).toEqual({ items: [] });
});
