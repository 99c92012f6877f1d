import 'reflect-metadata';
import { Body, Controller, HttpCode, Inject, Module, Param, Post, type DynamicModule } from '@nestjs/common';
import { CurrentAccount } from '../src/accounts/auth.decorators';
import type { SignedIn } from '../src/accounts/session.queries';
import { AppModule } from '../src/app.module';
import { CONFIG, readConfig, type Config } from '../src/config/config';
import { Database } from '../src/platform/database/database';
import { createHttpApp } from '../src/platform/http/http-app';
import { idParams } from '../src/platform/http/schemas';
import { reuseBody, type ReuseBody } from '../src/reuse/reuse.dto';

/** What the counting is measured against, on the same server behind the same guards. */
@Controller('bench')
class ReferenceController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** An authenticated request that checks its body and does nothing. */
  @Post('noop/:id')
  @HttpCode(201)
  noop(@CurrentAccount() account: SignedIn, @Param({ schema: idParams }) _: { id: string }, @Body({ schema: reuseBody }) _body: ReuseBody): { id: string } {
    return { id: account.id };
  }

  /** The same facts and counters as one would write them first: a transaction per request, a statement per table. */
  @Post('naive/:id')
  @HttpCode(201)
  naive(@CurrentAccount() account: SignedIn, @Param({ schema: idParams }) { id }: { id: string }, @Body({ schema: reuseBody }) body: ReuseBody): Promise<{ counted: boolean; reuseCount: number }> {
    return this.database.transaction(async (tx) => {
      const [material] = await tx.query<{ author_id: string; day: string }>(
        `SELECT author_id, (now() AT TIME ZONE $2)::date AS day FROM materials WHERE id = $1`,
        [id, this.config.periodTimeZone],
      );
      const event = await tx.query(
        `INSERT INTO reuse_events (id, account_id, material_id, kind, day) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
        [body.id, account.id, id, body.kind, material?.day],
      );
      const pair = await tx.query(
        `INSERT INTO reuses (material_id, account_id, author_id, team_id, own_team, rung) VALUES ($1, $2, $3, $4, false, 1) ON CONFLICT DO NOTHING RETURNING 1`,
        [id, account.id, material?.author_id, account.teamId],
      );
      const today = await tx.query(
        `INSERT INTO reuse_days (day, material_id, account_id, author_id, team_id, own_team, rung, first_rung) VALUES ($5, $1, $2, $3, $4, false, 1, 1) ON CONFLICT DO NOTHING RETURNING 1`,
        [id, account.id, material?.author_id, account.teamId, material?.day],
      );
      const team = account.teamId === null ? [] : await tx.query(`INSERT INTO reuse_teams VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`, [id, account.teamId]);
      const [stats] = await tx.query<{ reuse_count: number }>(
        `UPDATE material_stats SET reuse_count = reuse_count + $2, team_count = team_count + $3,
           hot = CASE WHEN $4 THEN hot_add(hot, hot_points(1, now())) ELSE hot END WHERE material_id = $1 RETURNING reuse_count`,
        [id, pair.length, team.length, today.length > 0],
      );
      return { counted: event.length + today.length === 2, reuseCount: stats?.reuse_count ?? 0 };
    });
  }
}

@Module({})
class BenchModule {
  static with(config: Config): DynamicModule {
    return { module: BenchModule, imports: [AppModule.with(config)], controllers: [ReferenceController] };
  }
}

/** Run as a process of its own, so that the load does not share a thread with what it measures. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createHttpApp(BenchModule.with(config), config);
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.send?.({ url: await app.getUrl() });
  process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
}

void main();
