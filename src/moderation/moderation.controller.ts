import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { accountView, stateBody, type AccountView, type StateBody } from '../accounts/account.dto';
import { CurrentAccount, Roles } from '../accounts/auth.decorators';
import type { SignedIn } from '../accounts/session.queries';
import { idParams, listOf } from '../platform/http/schemas';
import { ModerationLog } from './moderation-log';
import { ReviewDeskService } from './review-desk.service';
import { actionsQuery, actionView, decisionBody, reviewDetail, reviewsQuery, reviewView, summaryView } from './review.dto';
import type { ActionsQuery, ActionView, DecisionBody, ReviewDetail, ReviewsQuery, ReviewView, SummaryView } from './review.dto';
import { ReviewsService } from './reviews.service';
import { SanctionsService } from './sanctions.service';

/** The moderator's desk. */
@ApiTags('moderation')
@Roles('moderator')
@Controller()
export class ModerationController {
  constructor(
    private readonly desk: ReviewDeskService,
    private readonly reviews: ReviewsService,
    private readonly log: ModerationLog,
    private readonly sanctions: SanctionsService,
  ) {}

  @Get('reviews')
  @ApiResponse({ status: 200, standardSchema: listOf(reviewView) })
  list(@Query({ schema: reviewsQuery }) query: ReviewsQuery): Promise<{ items: ReviewView[]; nextCursor: string | null }> {
    return this.desk.list(query);
  }

  @Get('reviews/summary')
  @ApiResponse({ status: 200, standardSchema: summaryView })
  summary(): Promise<SummaryView> {
    return this.reviews.summary();
  }

  @Get('reviews/:id')
  @ApiResponse({ status: 200, standardSchema: reviewDetail })
  get(@Param({ schema: idParams }) { id }: { id: string }): Promise<ReviewDetail> {
    return this.desk.get(id);
  }

  @Post('reviews/:id/decision')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: reviewDetail })
  async decide(
    @CurrentAccount() account: SignedIn,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: decisionBody }) body: DecisionBody,
  ): Promise<ReviewDetail> {
    await this.reviews.decide(account, id, body);
    return this.desk.get(id);
  }

  @Put('accounts/:id/state')
  @ApiResponse({ status: 200, standardSchema: accountView })
  setAccountState(
    @CurrentAccount() account: SignedIn,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: stateBody }) body: StateBody,
  ): Promise<AccountView> {
    return this.sanctions.setState(account, id, body);
  }

  @Get('moderation-actions')
  @ApiResponse({ status: 200, standardSchema: listOf(actionView) })
  listActions(@Query({ schema: actionsQuery }) query: ActionsQuery): Promise<{ items: ActionView[]; nextCursor: string | null }> {
    return this.log.list(query);
  }
}
