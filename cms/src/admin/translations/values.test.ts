import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Contract } from '../../lib/contract';
import values from './values.json' with { type: 'json' };

const plugins = new URL('../../plugins/', import.meta.url);

test('whoever edits chooses between French words', async () => {
  const contracts = await Promise.all(
    readdirSync(plugins).map(
      async (name) => ((await import(new URL(`${name}/contract.ts`, plugins).href)) as { contract: Contract }).contract,
    ),
  );
  const attributes = contracts
    .flatMap(({ contentTypes, components = {} }) => [...Object.values(contentTypes), ...Object.values(components)])
    .flatMap((type) => Object.values(type.attributes));
  const options = attributes.flatMap((attribute) => (attribute.type === 'enumeration' ? attribute.options : []));

  expect(Object.keys(values).sort(), 'One entry of values.json for each option of an enumeration').toEqual(
    [...new Set(options)].sort(),
  );
});
