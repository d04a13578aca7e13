import type { APIRoute } from 'astro';
import { findSuggestions } from '../../../features/search/find-suggestions.ts';
import { notFound } from '../../../lib/not-found.ts';

export const GET: APIRoute = async ({ locals, url }) => {
  const found = await findSuggestions(locals, url.searchParams);
  return found ? Response.json(found) : notFound();
};
