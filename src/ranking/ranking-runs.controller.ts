import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentAccount, Roles } from '../accounts/auth.decorators';
import type { SignedIn } from '../accounts/session.queries';
import { id, idParams } from '../platform/http/schemas';
import { RateLimit } from '../platform/rate-limit/rate-limit.guard';
import { dayOrNull, rankingRunView, requestRunBody } from './ranking.dto';
import type { RankingRunView, RequestRunBody } from './ranking.dto';
import { RankingService } from './ranking.service';

/** A run reads every fact of its period. */
const REQUEST = { name: 'ranking-run', points: 20, seconds: 60 };

@ApiTags('leaderboards')
@Controller('ranking-runs')
export class RankingRunsController {
  constructor(private readonly ranking: RankingService) {}

  @Roles('moderator')
  @RateLimit(REQUEST)
  @Post()
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: z.object({ id }) })
  async request(@Body({ schema: requestRunBody }) body: RequestRunBody, @CurrentAccount() account: SignedIn): Promise<{ id: string }> {
    return { id: await this.ranking.request(body.period, body.at, account.id) };
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: rankingRunView })
  async get(@Param({ schema: idParams }) params: z.infer<typeof idParams>, @CurrentAccount() account: SignedIn): Promise<RankingRunView> {
    const { start, end, asOf, error, ...run } = await this.ranking.get(params.id);
    return { ...run, start: dayOrNull(start), end: dayOrNull(end), asOf: asOf?.toISOString() ?? null, ...(error === null || account.role === 'promoter' ? {} : { error }) };
  }
}
