import { expect, test } from 'vitest';
import { componentOf } from './contracts.ts';

test('a component that no contract describes is said to be missing, and where it belongs', () => {
  const attribute = {
    type: 'component',
    label: 'Arrêts',
    component: 'nowhere.stop',
    repeatable: true,
  } as const;
  expect(() => componentOf(attribute)).toThrow(
    'An attribute names the component «nowhere.stop», which no contract describes. ' +
      'Add «stop» to the components of the contract of «nowhere», or correct the name.',
  );
});
