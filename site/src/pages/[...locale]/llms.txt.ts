import type { APIRoute } from 'astro';
import { renderLlmsTxt } from '../../features/machines/llms-txt.ts';
import { findHome } from '../../features/pages/home.ts';
import { answerText } from '../../lib/answer-text.ts';
import { notFound } from '../../lib/not-found.ts';

export const GET: APIRoute = async ({ locals }) => {
  const home = await findHome(locals);
  return home ? answerText(renderLlmsTxt(home, locals)) : notFound();
};
