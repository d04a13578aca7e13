import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import sirv, { type RequestHandler } from 'sirv';

/** Files whose name holds a hash of their content, as Astro writes them: they never change. */
const HASHED = '/_astro/';

const COMPRESSIBLE = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.txt', '.webmanifest', '.xml']);

/** Serves the files of the build, compressed beforehand. Calls `next` for anything else. */
export function serveStaticFiles(folder: string): RequestHandler {
  return sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    setHeaders: (response, path) => {
      const isHashed = path.startsWith(HASHED);
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
}

/**
 * Writes a `.br` and a `.gz` beside each file of the build that has none, at the highest compression: once per build, not per request.
 * On a read-only disk nothing is written and the files go out as they are.
 */
export async function precompressFiles(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => COMPRESSIBLE.has(extname(name)))) {
    const path = join(folder, file);
    if (await exists(`${path}.gz`)) continue;
    const content = await readFile(path);
    const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY } = constants;
    const br = await promisify(brotliCompress)(content, { params: { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY } });
    try {
      await writeFile(`${path}.br`, br);
      await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
    } catch (error) {
      console.warn(`${folder} cannot be written to (${(error as Error).message}): its files are sent uncompressed.`);
      return;
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
