import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from './project.ts';

/** Writes a report into docs, formatted as every other file, and prints it. */
export async function writeReport(name: string, markdown: string): Promise<void> {
  const file = path.join(projectRoot, 'docs', name);
  const formatted = await format(markdown, { ...(await resolveConfig(file)), filepath: file });
  writeFileSync(file, formatted);
  process.stdout.write(`\n${formatted}`);
}
