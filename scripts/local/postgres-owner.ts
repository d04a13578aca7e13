import { execFileSync } from 'node:child_process';
import { Failure } from './failure.ts';

/** An operating system user, by its numbers. */
export interface Owner {
  uid: number;
  gid: number;
}

const name = 's-tetic';

/**
 * The user that PostgreSQL has to run as, or undefined for the one who runs this command.
 * PostgreSQL refuses to run as root, so that a hole in it is not a hole in the machine: root lends it the
 * system user «s-tetic», made on first need, who owns nothing else and cannot log in.
 */
export function findPostgresOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return lookUp() ?? create();
}

/**
 * How a program of PostgreSQL is spawned: as its owner, in a folder that the owner can reach, in English, and in a
 * process group of its own, so that Ctrl-C in the terminal reaches us first and things stop in order.
 */
export function ownProcess(cwd: string, owner?: Owner) {
  return { cwd, env: { LC_ALL: 'C', PATH: process.env.PATH }, detached: true, ...owner };
}

function lookUp(): Owner | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function create(): Owner {
  try {
    const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
    execFileSync('useradd', [...options, '--shell', '/usr/sbin/nologin', name], { stdio: 'pipe' });
  } catch {
    throw new Failure(
      `PostgreSQL cannot run as root, and the system user «${name}» for it could not be made with useradd. Run this as an ordinary user, or set DATABASE_URL.`,
    );
  }
  const owner = lookUp();
  if (!owner)
    throw new Failure(`The system user «${name}» was made, yet id does not find it. Run this as an ordinary user.`);
  return owner;
}
