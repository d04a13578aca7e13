import pLimit from 'p-limit';
import type { APIRoute } from 'astro';
import { drawCard } from '../../../features/share-cards/draw-card.ts';
import { findCard } from '../../../features/share-cards/find-card.ts';
import { notFound } from '../../../lib/not-found.ts';
import { pathOfName } from '../../../lib/paths.ts';

/** Drawing takes a processor for a moment: pages keep the others. */
const inTurn = pLimit(2);

export const GET: APIRoute = async ({ params, locals }) => {
  const card = await findCard(locals, pathOfName(params['card'] ?? ''));
  if (!card) return notFound();
  return new Response(new Uint8Array(await inTurn(drawCard, card)), { headers: { 'Content-Type': 'image/png' } });
};
