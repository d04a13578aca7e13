import type { APIRoute } from 'astro';
import { answerDataFile } from '../../../features/open-data/answer-data-file.ts';
import { isDataFile } from '../../../features/open-data/data-files.ts';
import { writeDataFile } from '../../../features/open-data/write-data-file.ts';
import { notFound } from '../../../lib/not-found.ts';

export const GET: APIRoute = async ({ params, locals }) => {
  const name = params['file'];
  const file = isDataFile(name) ? await writeDataFile(name, locals) : undefined;
  return file && isDataFile(name) ? answerDataFile(name, file, locals.locale) : notFound();
};
