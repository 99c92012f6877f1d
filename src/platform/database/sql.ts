/**
 * Something that runs one SQL statement: the pool, or one transaction. Query functions take it as their first argument, so the
 * caller decides what is atomic. Rows come back with ids (`bigint`) as strings and dates (`date`) as `YYYY-MM-DD`.
 */
export interface Sql {
  query<Row = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Something that runs a statement the server parses once per connection. */
export interface PreparedSql {
  prepared<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
}

/** The only row of a statement that always returns one. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`expected one row, got ${rows.length}`);
  return row;
}
