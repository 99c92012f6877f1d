import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { insertAccount } from '../../src/accounts/account.queries';
import { readConfig } from '../../src/config/config';
import { publish } from '../../src/materials/material.queries';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { onlyRow } from '../../src/platform/database/sql';
import type { Bell } from '../../src/platform/queue/bell';
import { RankingService } from '../../src/ranking/ranking.service';
import { countReuses } from '../../src/reuse/reuse.queries';
import { upsertRating } from '../../src/reuse/ratings.queries';
import type { ReuseKind } from '../../src/reuse/rungs';
import { SAMPLE_CONNECTION_OPTIONS, SampleClock } from '../../src/sample/sample-clock';

/** A connection whose `now()` a test sets: what happens through it happens then, by the statements that always do it. */
export interface Past {
  readonly sql: Database;
  readonly ranking: RankingService;
  /** @param moment ISO 8601 with a zone. */
  at(moment: string): Promise<void>;
  promoter(options?: { teamId?: string | null; joinedAt?: string }): Promise<string>;
  material(authorId: string): Promise<string>;
  reuse(accountId: string, materialId: string, kind?: ReuseKind): Promise<void>;
  rate(accountId: string, materialId: string, stars: number): Promise<void>;
  /** Asks for a run and computes it. @returns its id */
  rank(kind: 'day' | 'week' | 'month' | 'all', day?: string): Promise<string>;
  close(): Promise<void>;
}

let serial = 0;

/** @param environment what the hub on this database runs with. */
export async function openPast(environment: Record<string, string>): Promise<Past> {
  const config = readConfig(environment);
  const own = { ...config, databasePoolSize: 1, databaseOptions: SAMPLE_CONNECTION_OPTIONS };
  const sql = new Database(await new DataSource({ ...dataSourceOptions(own), migrations: [] }).initialize());
  const clock = await SampleClock.install(sql);
  const ranking = new RankingService(config, sql, { ring: () => undefined } as unknown as Bell);
  return {
    sql,
    ranking,
    at: (moment) => clock.set(new Date(moment)),
    promoter: ({ teamId = null, joinedAt = '2020-01-01T00:00:00Z' } = {}) => {
      const name = `past-${(serial += 1)}`;
      return insertAccount(sql, { name, displayName: name, passwordHash: 'none', role: 'promoter', trustLevel: 1, teamId, joinedAt: new Date(joinedAt) });
    },
    async material(authorId) {
      const { id } = onlyRow(
        await sql.query<{ id: string }>(`INSERT INTO materials (author_id, category, state, body) VALUES ($1, 'life', 'in_review', '今早摘的') RETURNING id`, [authorId]),
      );
      await publish(sql, id, 1);
      return id;
    },
    async reuse(accountId, materialId, kind = 'copied') {
      await countReuses(sql, [{ id: uuidv7(), accountId, materialId, kind }], { timeZone: config.periodTimeZone, dailyCap: 1_000 });
    },
    async rate(accountId, materialId, stars) {
      await upsertRating(sql, { materialId, accountId, stars, note: null });
    },
    async rank(kind, day) {
      const id = await ranking.request(kind, day);
      await ranking.compute(id);
      return id;
    },
    close: () => sql.dataSource.destroy(),
  };
}
