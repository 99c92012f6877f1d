import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { CONFIG, type Config } from '../config/config';
import { again } from '../platform/database/again';
import type { PreparedSql } from '../platform/database/sql';

/**
 * The plan of the counting statement is made once and kept, and never reads a whole table. Made while a table was empty it otherwise
 * would, and go on doing so while the table fills.
 */
const KEPT_PLAN = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

/** One batch at a time: two at once would wait for each other on every popular material. */
const CONNECTIONS = 1;

@Injectable()
export class CountingConnection implements PreparedSql, OnApplicationShutdown {
  private readonly pool: Pool;

  constructor(@Inject(CONFIG) config: Config) {
    this.pool = new Pool({
      connectionString: config.databaseUrl,
      application_name: 'material-zone counting',
      max: CONNECTIONS,
      options: KEPT_PLAN,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
    });
    this.pool.on('error', (error) => new Logger(CountingConnection.name).warn(error.message));
  }

  prepared<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return again(async () => (await this.pool.query({ name, text, values: values as unknown[] })).rows as Row[]);
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }
}
