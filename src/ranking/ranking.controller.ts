import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentAccount, Roles } from '../accounts/auth.decorators';
import type { SignedIn } from '../accounts/session.queries';
import { Public } from '../platform/http/public';
import { id, idParams } from '../platform/http/schemas';
import { RateLimit } from '../platform/rate-limit/rate-limit.guard';
import { BoardsService, calendarDays } from './boards.service';
import { contributorsBoard, contributorsQuery, explanation, explanationQuery, materialsBoard, materialsQuery, runBody, runView } from './ranking.dto';
import type { ContributorsBoard, ContributorsQuery, Explanation, ExplanationQuery, MaterialsBoard, MaterialsQuery, RunBody, RunView } from './ranking.dto';
import { RankingService } from './ranking.service';

/** A run reads every fact of its period. */
const RUN = { name: 'ranking-run', points: 20, seconds: 60 };

@ApiTags('ranking')
@Controller()
export class RankingController {
  constructor(
    private readonly boards: BoardsService,
    private readonly ranking: RankingService,
  ) {}

  @Public()
  @Get('leaderboards/contributors')
  @ApiResponse({ status: 200, standardSchema: contributorsBoard })
  contributors(@Query({ schema: contributorsQuery }) query: ContributorsQuery, @CurrentAccount() reader: SignedIn | undefined): Promise<ContributorsBoard> {
    return this.boards.contributors(query, reader);
  }

  @Public()
  @Get('leaderboards/contributors/:id')
  @ApiResponse({ status: 200, standardSchema: explanation })
  explain(
    @Param({ schema: idParams }) { id: accountId }: { id: string },
    @Query({ schema: explanationQuery }) query: ExplanationQuery,
    @CurrentAccount() reader: SignedIn | undefined,
  ): Promise<Explanation> {
    return this.boards.explain(accountId, query, reader);
  }

  @Public()
  @Get('leaderboards/materials')
  @ApiResponse({ status: 200, standardSchema: materialsBoard })
  materials(@Query({ schema: materialsQuery }) query: MaterialsQuery): Promise<MaterialsBoard> {
    return this.boards.materials(query);
  }

  @Roles('moderator')
  @RateLimit(RUN)
  @Post('ranking-runs')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: z.object({ id }) })
  async request(@CurrentAccount() account: SignedIn, @Body({ schema: runBody }) { period, at }: RunBody): Promise<{ id: string }> {
    return { id: await this.ranking.request(period, at, account.id) };
  }

  @Get('ranking-runs/:id')
  @ApiResponse({ status: 200, standardSchema: runView })
  async run(@Param({ schema: idParams }) { id: runId }: { id: string }): Promise<RunView> {
    const run = await this.ranking.get(runId);
    return { ...run, ...calendarDays(run), asOf: run.asOf?.toISOString() ?? null };
  }
}
