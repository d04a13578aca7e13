/** The largest form that the site reads, in bytes: the longest honest one, and much more than that. */
const largestForm = 524_288;

/** The form is larger than `limit` bytes. It was not read to its end. */
export class FormTooLarge extends Error {
  constructor(readonly limit: number) {
    super(`A form of more than ${limit} bytes was sent. Answer 413 and say what the limit is.`);
    this.name = 'FormTooLarge';
  }
}

/** What was sent is not a form. `found` is the content type it declares. */
export class FormUnreadable extends Error {
  constructor(readonly found: string) {
    super(`A body of type ${found} was sent, not a form. Answer 415 and say which types are read.`);
    this.name = 'FormUnreadable';
  }
}

/** The content types in which a browser sends a form. */
export const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const;

/**
 * The fields of a posted form. Reading stops at the limit, whatever length the sender declared.
 * @throws FormTooLarge, FormUnreadable
 */
export async function readForm(request: Request, limit = largestForm): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!formTypes.some((form) => type.startsWith(form))) throw new FormUnreadable(type.slice(0, 100));
  if (Number(request.headers.get('Content-Length')) > limit) throw new FormTooLarge(limit);
  const body = await readBytes(request.body, limit);
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData();
  } catch {
    throw new FormUnreadable(type.slice(0, 100));
  }
}

async function readBytes(stream: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream ?? []) {
    length += chunk.byteLength;
    if (length > limit) throw new FormTooLarge(limit);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
