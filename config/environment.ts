import { z } from 'zod';
import { ports } from './ports.ts';

/** What is said of a variable: in the README's table, and when its value will not do. */
interface About {
  description: string;
  /** What a right value is, as it ends the sentence «… was expected». */
  expected: string;
  /** What stands in when the variable is not set, in words, where that is not a fixed value. */
  otherwise?: string;
}

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback);
const host = z
  .string()
  .regex(/^[\w.:-]+$/)
  .default('127.0.0.1');
const webAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const secret = z.string().min(16);
const secrets = z
  .string()
  .transform((list) => list.split(',').map((key) => key.trim()))
  .pipe(z.array(secret).min(2));

const expected = {
  port: 'A port number from 1 to 65535',
  host: 'A host name or an IP address',
  webAddress: 'An address that starts with http:// or https://',
  secret: 'A secret of at least 16 characters',
} as const;

/** What every program reads: where the two programs are. */
const addresses = {
  SITE_URL: say(webAddress.optional(), {
    description: 'Public address of the site, as written in canonical links, feeds, sitemaps and mails.',
    expected: expected.webAddress,
    otherwise: '`http://localhost:SITE_PORT`',
  }),
  SITE_PORT: say(port(ports.site), { description: 'Port that the site listens on.', expected: expected.port }),
  CMS_PUBLIC_URL: say(webAddress.optional(), {
    description: 'Public address of the CMS: the admin panel and the media.',
    expected: expected.webAddress,
    otherwise: '`http://localhost:CMS_PORT`',
  }),
  CMS_URL: say(webAddress.optional(), {
    description: 'Address at which the site reaches the CMS.',
    expected: expected.webAddress,
    otherwise: '`http://127.0.0.1:CMS_PORT`',
  }),
  CMS_PORT: say(port(ports.cms), { description: 'Port that the CMS listens on.', expected: expected.port }),
};

const SITE_HOST = say(host, { description: 'Network address that the site listens on.', expected: expected.host });
const CMS_HOST = say(host, { description: 'Network address that the CMS listens on.', expected: expected.host });

const DATABASE_URL = say(z.url({ protocol: /^postgres(ql)?$/ }), {
  description: 'The database: PostgreSQL 14 or later, with a user who may create tables, schemas and extensions in it.',
  expected: 'An address such as postgres://user:password@host:5432/database',
  otherwise: '`npm start` and `npm test` run a PostgreSQL of their own',
});

const DATABASE_POOL = say(z.coerce.number().int().min(2).max(100).default(10), {
  description: 'How many connections one CMS process opens to the database at most.',
  expected: 'A whole number from 2 to 100',
});

const SITE_TOKEN = say(secret, {
  description: 'Secret by which the site proves itself to the CMS when it hands over what the public sent.',
  expected: expected.secret,
  otherwise: '`npm start` makes one',
});

/** What only the CMS holds to keep sessions and tokens safe. Every replica needs the same. */
const cmsSecrets = {
  APP_KEYS: say(secrets, {
    description: 'Keys that sign the cookies of the admin panel, separated by commas, the newest first.',
    expected: 'Two secrets or more of at least 16 characters, separated by commas,',
    otherwise: '`npm start` makes them',
  }),
  ADMIN_JWT_SECRET: say(secret, {
    description: 'Secret that signs the sessions of the admin panel.',
    expected: expected.secret,
    otherwise: '`npm start` makes one',
  }),
  API_TOKEN_SALT: say(secret, {
    description: 'Salt of the API tokens kept in the database.',
    expected: expected.secret,
    otherwise: '`npm start` makes one',
  }),
  TRANSFER_TOKEN_SALT: say(secret, {
    description: 'Salt of the transfer tokens kept in the database.',
    expected: expected.secret,
    otherwise: '`npm start` makes one',
  }),
  ENCRYPTION_KEY: say(secret, {
    description: 'Key under which the CMS encrypts what it must be able to read back.',
    expected: expected.secret,
    otherwise: '`npm start` makes one',
  }),
};

const accounts = z.array(
  z.strictObject({
    role: z.enum(['editor', 'moderator', 'translator', 'administrator']),
    email: z.email(),
    password: z.string().min(8),
    firstname: z.string(),
    lastname: z.string(),
  }),
);

const ACCOUNTS = say(z.string().default('[]').transform(parseJson).pipe(accounts), {
  description:
    'Accounts of the admin panel to make where they are missing: JSON, each with `role`, `email`, `password` and names.',
  expected:
    'A JSON list such as [{"role":"administrator","email":"…","password":"…","firstname":"…","lastname":"…"}], with passwords of at least 8 characters,',
  otherwise: 'none is made, but by `npm start` one for each role',
});

const SMTP_URL = say(z.url({ protocol: /^smtps?$/ }).optional(), {
  description:
    'Mail server, for what the site writes to those who send it something, and for the admin panel (a forgotten password).',
  expected: 'An address such as smtps://user:password@host:465',
  otherwise: 'no mail leaves: what the site writes is kept, for administrators to read in the panel',
});
const MAIL_FROM = say(z.string().min(3).default('S-tetic <no-reply@localhost>'), {
  description: 'Sender of the mails.',
  expected: 'A sender such as S-tetic <contact@example.org>',
});
const FORMS_PER_HOUR = say(z.coerce.number().int().min(1).max(1_000_000).default(20), {
  description: 'How many forms one visitor (an IPv4 address, a /64 of IPv6) may send in an hour.',
  expected: 'A whole number from 1 to 1000000',
});
const FORMS_PER_HOUR_WITHOUT_PROOF = say(z.coerce.number().int().min(0).max(1_000_000).default(5), {
  description:
    'How many of those are taken as they come: beyond, the browser is asked for a calculation of some seconds (proof of work).',
  expected: 'A whole number from 0 to 1000000',
});
const MAILS_PER_HOUR = say(z.coerce.number().int().min(1).max(1_000_000).default(5), {
  description:
    'How many forms that write to one e-mail address may be sent in an hour in its name; the links that its person asks for are counted apart.',
  expected: 'A whole number from 1 to 1000000',
});
const VISITS_ANYWHERE = say(z.stringbool().default(false), {
  description:
    'Whether the websites of listings are visited on this machine and its network too, on any port: for tests only.',
  expected: 'true or false',
});
const TRUSTED_PROXIES = say(z.coerce.number().int().min(0).max(10).default(0), {
  description:
    'How many reverse proxies stand in front: that many entries of `X-Forwarded-For`, counted from the end, are believed.',
  expected: 'A whole number from 0 to 10',
});
const STATE_DIR = say(z.string().default('.data'), {
  description:
    'Folder of what is kept on this machine: secrets, embedded database, logs, pages of the site ready to be sent.',
  expected: 'A folder',
});
const PAGE_CACHE_MB = say(z.coerce.number().int().min(8).max(65_536).default(256), {
  description: 'Memory for rendered pages in one process of the site, in MiB.',
  expected: 'A whole number from 8 to 65536',
});
const CDN_IN_FRONT = say(z.stringbool().default(false), {
  description:
    'Whether a CDN or Varnish in front obeys `CDN-Cache-Control` and `Cache-Tag`, which are then left in the answers.',
  expected: 'true or false',
});
const CHROMIUM_PATH = say(z.string().optional(), {
  description: 'Chromium that `npm test` drives.',
  expected: 'The path of a Chromium',
  otherwise: 'one found on `PATH`, or installed',
});

/**
 * Every environment variable of S-tetic, by the program that reads it: a value is checked here and nowhere else.
 * `scripts` is npm start, dev, build, seed and test, which make what is missing and hand it to the other two.
 */
export const environments = {
  cms: z.object({
    DATABASE_URL,
    DATABASE_POOL,
    ...addresses,
    CMS_HOST,
    SITE_TOKEN,
    ...cmsSecrets,
    ACCOUNTS,
    SMTP_URL,
    MAIL_FROM,
    FORMS_PER_HOUR,
    FORMS_PER_HOUR_WITHOUT_PROOF,
    MAILS_PER_HOUR,
    VISITS_ANYWHERE,
    TRUSTED_PROXIES,
  }),
  site: z.object({
    ...addresses,
    SITE_HOST,
    SITE_TOKEN,
    FORMS_PER_HOUR,
    TRUSTED_PROXIES,
    STATE_DIR,
    PAGE_CACHE_MB,
    CDN_IN_FRONT,
  }),
  scripts: z.object({
    DATABASE_URL: DATABASE_URL.optional(),
    ...addresses,
    SITE_HOST,
    CMS_HOST,
    STATE_DIR,
    CHROMIUM_PATH,
  }),
};

export type Program = keyof typeof environments;

/** The variables of one program, checked, with the addresses that follow from the ports filled in. */
export type Environment<P extends Program> = z.infer<(typeof environments)[P]> & {
  SITE_URL: string;
  CMS_PUBLIC_URL: string;
  CMS_URL: string;
};

/**
 * Reads the variables of one program. An empty variable counts as absent, as compose files leave them.
 *
 *     const { CMS_HOST, CMS_PORT } = readEnvironment(process.env, 'cms');
 *
 * @throws {EnvironmentError} naming every variable that will not do.
 */
export function readEnvironment<P extends Program>(
  source: Readonly<Record<string, string | undefined>>,
  program: P,
): Environment<P> {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = environments[program].safeParse(present);
  if (!result.success) throw new EnvironmentError(program, present, result.error);
  return { ...result.data, ...addressesFrom(result.data) } as Environment<P>;
}

/** Says what was found, what was expected and what to do next, one variable a line. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';

  constructor(program: Program, source: Readonly<Record<string, unknown>>, error: z.ZodError) {
    const names = [...new Set(error.issues.map((issue) => String(issue.path[0])))];
    super(names.map((name) => sentence(program, name, source[name])).join('\n'));
  }
}

function sentence(program: Program, name: string, value: unknown): string {
  const { expected } = aboutVariable(environments[program].shape[name as keyof object]);
  const found = value === undefined ? 'is not set' : isSecret(name) ? 'will not do' : `is «${String(value)}»`;
  return `${name} ${found}. ${expected} was expected. Set it in the environment or in the .env file.`;
}

function isSecret(name: string): boolean {
  return ['SITE_TOKEN', 'DATABASE_URL', 'SMTP_URL', 'ACCOUNTS'].includes(name) || name in cmsSecrets;
}

function addressesFrom(values: z.infer<z.ZodObject<typeof addresses>>) {
  return {
    SITE_URL: values.SITE_URL ?? `http://localhost:${values.SITE_PORT}`,
    CMS_PUBLIC_URL: values.CMS_PUBLIC_URL ?? `http://localhost:${values.CMS_PORT}`,
    CMS_URL: values.CMS_URL ?? `http://127.0.0.1:${values.CMS_PORT}`,
  };
}

function parseJson(text: string, context: z.core.$RefinementCtx<string>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
}

function say<T extends z.ZodType>(schema: T, about: About): T {
  return schema.meta({ ...about });
}

/** What is said of a variable, whichever optional or default wraps it. */
export function aboutVariable(schema: z.ZodType): About {
  const meta = schema.meta();
  if (meta) return meta as unknown as About;
  return aboutVariable((schema as z.ZodOptional<z.ZodType>).unwrap());
}
