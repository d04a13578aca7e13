import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ cache, redirect }) => {
  cache.set({ maxAge: 3600, tags: ['moved'] });
  return redirect('/charte/1', 301);
};
