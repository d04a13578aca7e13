import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** Works out a challenge as a browser does, and writes it as the form carries it. */
export async function workOut(challenge: Challenge): Promise<string> {
  return encodeWork({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}

/** Writes work as the form carries it, whatever it is. */
export function encodeWork(work: object): string {
  return Buffer.from(JSON.stringify(work)).toString('base64');
}
