import { Body, Controller, Get, HttpStatus, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentAccount } from '../accounts/auth.decorators';
import type { SignedIn } from '../accounts/session.queries';
import { Public } from '../platform/http/public';
import { idParams, page } from '../platform/http/schemas';
import { RateLimit } from '../platform/rate-limit/rate-limit.guard';
import { RatingsService } from './ratings.service';
import { ratingBody, ratingList, ratingSummary, reuseAnswer, reuseBody } from './reuse.dto';
import type { RatingBody, RatingList, RatingSummary, ReuseAnswer, ReuseBody } from './reuse.dto';
import { ReuseService } from './reuse.service';

const listQuery = z.strictObject(page);
/** A phone that was offline for a day sends what it kept all at once. */
const REUSE = { name: 'reuse', points: 300, seconds: 60 };

@ApiTags('reuse')
@Controller('materials/:id')
export class ReuseController {
  constructor(
    private readonly reuses: ReuseService,
    private readonly ratings: RatingsService,
  ) {}

  @RateLimit(REUSE)
  @Post('reuses')
  @ApiResponse({ status: 201, standardSchema: reuseAnswer, description: 'Recorded now' })
  @ApiResponse({ status: 200, standardSchema: reuseAnswer, description: 'Recorded before' })
  async record(
    @CurrentAccount() account: SignedIn,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: reuseBody }) body: ReuseBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReuseAnswer> {
    const { answer, repeat } = await this.reuses.record(account.id, id, body);
    if (repeat) reply.status(HttpStatus.OK);
    return answer;
  }

  @Put('rating')
  @ApiResponse({ status: 200, standardSchema: ratingSummary })
  rate(
    @CurrentAccount() account: SignedIn,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: ratingBody }) body: RatingBody,
  ): Promise<RatingSummary> {
    return this.ratings.rate(account.id, id, body);
  }

  @Public()
  @Get('ratings')
  @ApiResponse({ status: 200, standardSchema: ratingList })
  listRatings(@Param({ schema: idParams }) { id }: { id: string }, @Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<RatingList> {
    return this.ratings.list(id, query.limit, query.cursor);
  }
}
