/** What is written at once, for whom expects it piece by piece. */
export async function* inOnePart<Part>(part: Part): AsyncGenerator<Part> {
  yield part;
}
