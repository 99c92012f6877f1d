import type { Sql } from './sql';

/** What must hold at every moment: a name for what is wrong, and a query that returns one row per violation. */
export type Checks = Readonly<Record<string, string>>;

/** @returns one line per violation, beginning with the area; none when all is well. Each statement sees one snapshot, so it may run under load. */
export async function violations(sql: Sql, area: string, checks: Checks, parameters: readonly unknown[] = []): Promise<string[]> {
  const lines: string[] = [];
  for (const [what, query] of Object.entries(checks)) {
    const rows = await sql.query(query, query.includes('$1') ? parameters : []);
    for (const row of rows) lines.push(`${area}: ${what}: ${JSON.stringify(row)}`);
  }
  return lines;
}
