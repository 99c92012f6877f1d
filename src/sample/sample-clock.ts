import type { Sql } from '../platform/database/sql';

const SCHEMA = 'sample_clock';

/**
 * Connection settings under which `now()` is the sample community's own: a schema in front of pg_catalog that has one. Every service
 * then lives through weeks of history with the statements it always runs, and nothing in them knows. Only the connection of the
 * context that fills an empty hub is ever opened like this.
 */
export const SAMPLE_CONNECTION_OPTIONS = `-c search_path=${SCHEMA},pg_catalog,public`;

/** Turns the clock of the one connection that was opened with {@link SAMPLE_CONNECTION_OPTIONS}. */
export class SampleClock {
  private constructor(private readonly sql: Sql) {}

  static async install(sql: Sql): Promise<SampleClock> {
    await sql.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
    await sql.query(`CREATE OR REPLACE FUNCTION ${SCHEMA}.now() RETURNS timestamptz LANGUAGE sql STABLE AS
      $$ SELECT pg_catalog.current_setting('sample.now')::timestamptz $$`);
    return new SampleClock(sql);
  }

  async set(moment: Date): Promise<void> {
    await this.sql.query(`SELECT set_config('sample.now', $1, false)`, [moment.toISOString()]);
  }

  /** Whether a start was interrupted while it filled the hub: the schema is there from before the first account to after the last award. */
  static async isInstalled(sql: Sql): Promise<boolean> {
    return (await sql.query(`SELECT FROM pg_namespace WHERE nspname = $1`, [SCHEMA])).length > 0;
  }

  async remove(): Promise<void> {
    await this.sql.query(`DROP SCHEMA ${SCHEMA} CASCADE`);
  }
}
