/** Reads a CSV document as a spreadsheet does (RFC 4180, with semicolons): its rows, by the names of the columns. */
export function parseCsv(text: string): Record<string, string>[] {
  const cell = /(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r\n|$)/y;
  const rows: string[][] = [[]];
  for (cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0; cell.lastIndex < text.length;) {
    const place = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new Error(`No cell ends after «${text.slice(place, place + 40)}».`);
    rows.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n' && cell.lastIndex < text.length) rows.push([]);
  }
  const [names = [], ...values] = rows;
  return values.map((row) => {
    if (row.length !== names.length)
      throw new Error(`${row.length} cells in «${row.join(';')}», ${names.length} expected.`);
    return Object.fromEntries(names.map((name, index) => [name, row[index]!]));
  });
}
