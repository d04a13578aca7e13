import { EnvironmentError } from '@s-tetic/config/environment';

/** What keeps a command from going on, told to the person at the terminal: what was found, and what to do. */
export class Failure extends Error {
  override name = 'Failure';
}

/**
 * The one thing to tell the person at the terminal about an error, whatever threw it.
 * A full disk and a folder of somebody else's come up anywhere, so they are recognised here.
 */
export function explain(error: unknown): string {
  if (error instanceof Failure || error instanceof EnvironmentError) return error.message;
  const { code, path, stack } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return fullDisk;
  if (code === 'EACCES' || code === 'EPERM')
    return `${path ?? 'A file'} cannot be written: it belongs to another user. Run this as the user who ran it first, or give the folder to yourself with chown.`;
  return stack ?? String(error);
}

export const fullDisk = 'The disk is full. Free some space (a first start needs about 3 GB), then run this again.';

/** Whether a program complained of a full disk in what it wrote. */
export function tellsOfFullDisk(output: string): boolean {
  return /ENOSPC|No space left on device/i.test(output);
}
