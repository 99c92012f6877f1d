import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { again } from './again';
import type { PreparedSql, Sql } from './sql';

/** A transaction under way: plain SQL through `query`, single rows through TypeORM's `manager`. */
export interface Transaction extends Sql {
  readonly manager: EntityManager;
}

/** The way to PostgreSQL for everything that is more than one row. */
@Injectable()
export class Database implements Sql, PreparedSql {
  constructor(readonly dataSource: DataSource) {}

  async query<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await rows<Row>(runner, text, parameters);
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs a statement that the server parses once per connection: for large statements and hot paths. It is a transaction
   * of its own, repeated like one.
   */
  prepared<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    const pool = (this.dataSource.driver as PostgresDriver).master as Pool;
    return again(async () => (await pool.query({ name, text, values: values as unknown[] })).rows as Row[]);
  }

  /**
   * Runs `work` in one READ COMMITTED transaction. A deadlock or serialization failure runs it again, so `work` must do nothing
   * that cannot be repeated outside the database.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return again(() => this.once(work));
  }

  private async once<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await work({
        manager: runner.manager,
        query: <Row>(text: string, parameters: readonly unknown[] = []) => rows<Row>(runner, text, parameters),
      });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A connection that died cannot roll back, and the server already has; the first error is the one worth reporting.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** TypeORM answers `[rows, count]` for some statements and rows for others; the structured result is always the same. */
async function rows<Row>(runner: QueryRunner, text: string, parameters: readonly unknown[]): Promise<Row[]> {
  const result = await runner.query(text, parameters as unknown[], true);
  return result.records as Row[];
}
