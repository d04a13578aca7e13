import { createHash } from 'node:crypto';

/** The same answers give the same fingerprint, by which a second sending of one form is recognised. */
export const fingerprintOf = (answers: object): string =>
  createHash('sha256').update(JSON.stringify(answers)).digest('base64url');

const uniqueViolation = '23505';

/** Whether the database refused a row because its fingerprint is already there. */
export function isAlreadyStored(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === uniqueViolation;
}
