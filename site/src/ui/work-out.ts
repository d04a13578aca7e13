import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Runs beside a page: given a challenge of ALTCHA, gives back its solution as a form carries it, or nothing when there is none. */
addEventListener('message', async ({ data: challenge }: MessageEvent<Challenge>) => {
  const solution = await solveChallenge({ challenge, deriveKey });
  postMessage(solution ? btoa(JSON.stringify({ challenge, solution })) : undefined);
});
