export type Risk = 'premature' | 'risky' | 'clientelism';

/**
 * What skipping step 3 leads to, by the second observation of the charter: steps 4 and 5 are only premature, 6 and 9 are risky
 * developments, 7 and 8 lobbying and clientelism.
 * @returns undefined for the gate itself and the two steps before it
 */
export function riskOf(step: number): Risk | undefined {
  if (step === 4 || step === 5) return 'premature';
  if (step === 6 || step === 9) return 'risky';
  if (step === 7 || step === 8) return 'clientelism';
  return undefined;
}
