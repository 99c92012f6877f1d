import { Client } from 'pg';
import { runMigrations as migrateQueue } from 'bullmq';
import { DataSource } from 'typeorm';
import type { Config } from '../../config/config';
import { dataSourceOptions } from './data-source';

const MIGRATION_LOCK = 7_263_001;

/**
 * Brings the hub's tables, and BullMQ's own where it runs on PostgreSQL, up to date. Processes that start together wait for each
 * other on an advisory lock; the connection that holds it is separate, since TypeORM picks its own.
 * @returns names of the migrations that were applied, in order.
 */
export async function migrate(config: Pick<Config, 'databaseUrl' | 'databasePoolSize'>): Promise<string[]> {
  const lock = new Client({ connectionString: config.databaseUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateQueue(lock);
    const dataSource = await new DataSource({ ...dataSourceOptions(config), extra: {} }).initialize();
    try {
      const applied = await dataSource.runMigrations({ transaction: 'each' });
      return applied.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await lock.end();
  }
}
