import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ cache, url }) => {
  cache.set({ maxAge: 3600, tags: ['huge'] });
  return new Response('x'.repeat(Number(url.searchParams.get('words') ?? 1) * 1024), {
    headers: { 'Content-Type': 'image/png' },
  });
};
