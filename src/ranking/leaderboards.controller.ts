import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentAccount } from '../accounts/auth.decorators';
import type { SignedIn } from '../accounts/session.queries';
import { Public } from '../platform/http/public';
import { LeaderboardsService } from './leaderboards.service';
import {
  accountParams, contributorsBoardView, contributorsQuery, explainedLineView, lineQuery, materialsBoardView, materialsQuery,
} from './ranking.dto';
import type {
  AccountParams, ContributorsBoardView, ContributorsQuery, ExplainedLineView, LineQuery, MaterialsBoardView, MaterialsQuery,
} from './ranking.dto';

@ApiTags('leaderboards')
@Controller('leaderboards')
export class LeaderboardsController {
  constructor(private readonly leaderboards: LeaderboardsService) {}

  @Public()
  @Get('contributors')
  @ApiResponse({ status: 200, standardSchema: contributorsBoardView })
  contributors(
    @Query({ schema: contributorsQuery }) query: ContributorsQuery,
    @CurrentAccount() account: SignedIn | undefined,
  ): Promise<ContributorsBoardView> {
    return this.leaderboards.contributors(query, account);
  }

  @Public()
  @Get('contributors/:accountId')
  @ApiResponse({ status: 200, standardSchema: explainedLineView })
  explain(
    @Param({ schema: accountParams }) { accountId }: AccountParams,
    @Query({ schema: lineQuery }) query: LineQuery,
    @CurrentAccount() account: SignedIn | undefined,
  ): Promise<ExplainedLineView> {
    return this.leaderboards.explain(accountId, query, account);
  }

  @Public()
  @Get('materials')
  @ApiResponse({ status: 200, standardSchema: materialsBoardView })
  materials(@Query({ schema: materialsQuery }) query: MaterialsQuery): Promise<MaterialsBoardView> {
    return this.leaderboards.materials(query);
  }
}
