import { stringify } from 'csv-stringify/sync';

/** A column: the name that re-users count on, and what it holds of an item. */
export type Columns<Item> = Readonly<Record<string, (item: Item) => string | number | undefined>>;

/**
 * Separates cells. Spreadsheets set to French or Dutch take the comma for a decimal sign, and open a file of commas in one column.
 */
const SEPARATOR = ';';

/** Separates the values of one cell. A spreadsheet reads «3,6» as a number and «3 6» as one more. */
const VALUE_SEPARATOR = '|';

/** Without it, Excel takes UTF-8 for the code page of its machine, and accents for something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A CSV document (RFC 4180, but for its separator), piece by piece. A cell that a spreadsheet would take for a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection) gets an apostrophe in front, which spreadsheets do not show.
 */
export async function* writeCsv<Item>(
  columns: Columns<Item>,
  parts: AsyncIterable<readonly Item[]>,
): AsyncGenerator<string> {
  const cells = Object.values(columns);
  yield BYTE_ORDER_MARK + rowsOf([Object.keys(columns)]);
  for await (const items of parts) yield rowsOf(items.map((item) => cells.map((cell) => cell(item))));
}

/** `joinValues([3, 6])` // => '3|6' */
export function joinValues(values: readonly (string | number)[]): string {
  return values.join(VALUE_SEPARATOR);
}

function rowsOf(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return stringify(rows as (string | number | undefined)[][], {
    delimiter: SEPARATOR,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\n\r]/,
  });
}
