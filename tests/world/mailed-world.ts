import pg from 'pg';
import { type Smtp, startSmtp } from './smtp.ts';
import { startWorld, type World } from './world.ts';

/** A world whose mails arrive, and a way into its database. */
export interface MailedWorld extends AsyncDisposable {
  world: World;
  smtp: Smtp;
  database: pg.Client;
}

/** Starts a world with a mail server of its own. */
export async function startMailedWorld(name: string): Promise<MailedWorld> {
  await using starting = new AsyncDisposableStack();
  const smtp = starting.use(await startSmtp());
  const world = await startWorld({ name, environment: { SMTP_URL: smtp.url } });
  starting.defer(world.stop);
  const database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
  starting.defer(() => database.end());
  const started = starting.move();
  return { world, smtp, database, [Symbol.asyncDispose]: () => started.disposeAsync() };
}
