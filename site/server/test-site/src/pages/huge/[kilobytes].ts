import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ cache, params }) => {
  cache.set({ maxAge: 3600, tags: ['huge'] });
  return new Response('x'.repeat(Number(params['kilobytes']) * 1024), { headers: { 'Content-Type': 'image/png' } });
};
