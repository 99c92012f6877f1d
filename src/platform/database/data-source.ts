import { join } from 'node:path';
import { types } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../../config/config';

const DATE_TYPE_ID = 1082;
const STATEMENT_TIMEOUT_MS = 30_000;

/** A calendar day is no moment: keep `2026-11-22` as it is instead of shifting it through this machine's zone. */
types.setTypeParser(DATE_TYPE_ID, (value) => value);

/** How this project connects; the same for the application, the migrations and the command-line tools. */
export function dataSourceOptions(config: Pick<Config, 'databaseUrl' | 'databasePoolSize' | 'databaseOptions'>): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    applicationName: 'material-zone',
    poolSize: config.databasePoolSize,
    migrations: [join(__dirname, '../../../migrations/*.{ts,js}')],
    migrationsTableName: 'schema_migrations',
    logging: false,
    extra: { statement_timeout: STATEMENT_TIMEOUT_MS, connectionTimeoutMillis: 10_000, keepAlive: true, options: config.databaseOptions },
  };
}
