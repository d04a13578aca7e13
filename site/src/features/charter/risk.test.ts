import { expect, test } from 'vitest';
import { riskOf } from './risk.ts';

test('skipping step 3 is only premature at 4 and 5, risky at 6 and 9, clientelism at 7 and 8', () => {
  const risks = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(riskOf);
  const nothing = [undefined, undefined, undefined];
  expect(risks).toEqual([...nothing, 'premature', 'premature', 'risky', 'clientelism', 'clientelism', 'risky']);
});
