import path from 'node:path';
import type { Place } from './programs.ts';
import type { Account } from './secrets.ts';

/** What a person needs to know once everything runs: where to go, and how to log in. */
export function describeRunning(place: Place, accounts: Account[]): string {
  const state = path.relative(process.cwd(), place.stateDir);
  const logins = accounts.map(({ role, email, password }) => `    ${role.padEnd(15)}${email.padEnd(34)}${password}`);
  return `
  S-tetic is running.

    Site           ${place.site.url}
    Admin panel    ${place.cms.publicUrl}/admin

    Logins of the admin panel, with the passwords made on this machine:
${logins.join('\n')}

    They are kept in ${state}/secrets.json; a password changed in the panel is not written there.
    Logs are in ${path.relative(process.cwd(), place.logs)}. Ctrl-C stops everything.

`;
}
