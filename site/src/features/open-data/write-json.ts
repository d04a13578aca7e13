/**
 * A JSON object whose last member is a long list, piece by piece and one item a line.
 * `writeJson({ total: 2 }, 'items', …)` // => {"total":2,"items":[\n{…},\n{…}\n]}
 */
export async function* writeJson(
  head: Readonly<Record<string, unknown>>,
  list: string,
  parts: AsyncIterable<readonly object[]>,
): AsyncGenerator<string> {
  const members = Object.entries(head).filter(([, value]) => value !== undefined);
  yield `{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`).join('')}${JSON.stringify(list)}:[`;
  let separator = '\n';
  for await (const items of parts) {
    for (const item of items) {
      yield separator + JSON.stringify(item);
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}
