/** An XML document as an answer. `type` is its media type: `application/atom+xml`. */
export function answerXml(document: string, type: string): Response {
  return new Response(document, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
