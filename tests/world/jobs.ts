import { PgBoss } from 'pg-boss';
import { expect } from 'vitest';
import type { WorldAddresses } from './world.ts';

/** The jobs of a world, for tests that put some among them: the processes of that world do them. */
export async function openJobs({ databaseUrl }: Pick<WorldAddresses, 'databaseUrl'>): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: 'jobs', supervise: false, schedule: false });
  await boss.start();
  return boss;
}

/** Has a job run as if it were `now`, and waits for its end. */
export async function runJob(boss: PgBoss, name: string, now = new Date()): Promise<void> {
  const id = (await boss.send(name, { now: now.toISOString() }))!;
  await expect.poll(async () => (await boss.getJobById(name, id))?.state, { timeout: 15_000 }).toBe('completed');
}
