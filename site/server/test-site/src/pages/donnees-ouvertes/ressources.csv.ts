import { ReadableStream, TextEncoderStream } from 'node:stream/web';
import type { APIRoute } from 'astro';
import { readText } from '../../lib/cms.ts';

/** One row, then as many kilobytes as the CMS says, each asked for on its own. */
export const GET: APIRoute = async ({ cache }) => {
  const row = await readText('/row');
  if (row === undefined) return new Response(null, { status: 404 });
  cache.set({ maxAge: 3600, swr: 86_400, tags: ['row'] });
  const body = ReadableStream.from(rowsAfter(row)).pipeThrough(new TextEncoderStream());
  return new Response(body as unknown as BodyInit, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Last-Modified': 'Tue, 24 Nov 2026 10:00:00 GMT' },
  });
};

async function* rowsAfter(row: string): AsyncGenerator<string> {
  yield `${row}\r\n`;
  const parts = Number((await readText('/parts')) ?? 0);
  for (let part = 0; part < parts; part += 1) yield 'x'.repeat(1024 * 1024);
}
