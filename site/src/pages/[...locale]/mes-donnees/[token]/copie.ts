import type { APIRoute } from 'astro';
import { copyData } from '../../../../features/personal-data/personal-data.ts';
import { notFound } from '../../../../lib/not-found.ts';

/** All the data of an address, as a file. Only the button of the page asks for it: a link that is opened gives nothing away. */
export const POST: APIRoute = async (context) => {
  const copy = await copyData(context.params['token']!, context);
  if (!copy) return notFound();
  return new Response(`${JSON.stringify(copy, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="s-tetic-${copy.madeAt.slice(0, 10)}.json"`,
      'Cache-Control': 'no-store',
    },
  });
};

export const GET: APIRoute = () => notFound();
