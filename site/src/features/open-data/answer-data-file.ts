import { ReadableStream, TextEncoderStream } from 'node:stream/web';
import { dataFiles, mediaTypes, type DataFileName } from './data-files.ts';
import type { DataFile } from './write-data-file.ts';

/** Any page of the web may read these files, and a browser that is led to one keeps it under its name. */
export function answerDataFile(name: DataFileName, { updatedAt, content }: DataFile, locale: string): Response {
  const { format } = dataFiles[name];
  const headers = new Headers({
    'Content-Type': `${mediaTypes[format]}; charset=utf-8`,
    'Content-Language': locale,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Content-Disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="${fileName(name, locale)}"`,
  });
  if (updatedAt) headers.set('Last-Modified', new Date(updatedAt).toUTCString());
  // Node's streams are those of the web; only their types differ.
  const body = ReadableStream.from(content).pipeThrough(new TextEncoderStream()) as unknown as BodyInit;
  return new Response(body, { headers });
}

/** `fileName('ressources.csv', 'en')` // => 's-tetic-ressources.en.csv' */
function fileName(name: DataFileName, locale: string): string {
  const [stem, extension] = name.split('.');
  return `s-tetic-${stem}.${locale}.${extension}`;
}
