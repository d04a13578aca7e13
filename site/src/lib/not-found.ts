/** What a page returns when there is nothing to show: Astro then shows 404.astro. `return notFound()` */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}
