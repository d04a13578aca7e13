import type { Core } from '@strapi/strapi';
import { JobRunner } from './job-runner';

let runner: JobRunner | undefined;

/** Prepares the jobs, and takes them once this process serves: one that only sets up the database leaves them to others. */
export async function startJobs(strapi: Core.Strapi): Promise<void> {
  const starting = new JobRunner(strapi);
  runner = starting;
  await starting.prepare();
  strapi.server.httpServer.once('listening', () => {
    starting.work().catch((error: unknown) => strapi.log.error(error));
  });
}

export async function stopJobs(): Promise<void> {
  await runner?.stop();
}

/**
 * Has a job done later: `await enqueue('mail.send', { documentId })`.
 * Inside a transaction of Strapi it is part of it: a rollback takes it back.
 */
export async function enqueue(name: string, data: object): Promise<void> {
  if (!runner) throw new Error(`The job «${name}» came before the start of the jobs. Enqueue once Strapi is loaded.`);
  await runner.enqueue(name, data);
}
