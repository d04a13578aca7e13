/** A thing as schema.org, SKOS or DCAT describe it, in JSON-LD (https://www.w3.org/TR/json-ld11/). */
export type Thing = { readonly [property: string]: unknown };

/**
 * JSON for a `<script type="application/ld+json">`. Strangers' words are in it: no `</script>` nor `<!--` can come out of them.
 *
 *     embedJson({ name: '</script>' }) // => '{"name":"\\u003c/script>"}'
 */
export function embedJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
