import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, Roles } from '../accounts/auth.decorators';
import type { SignedIn } from '../accounts/session.queries';
import { decodeCursor, toPage } from '../platform/http/cursor';
import { idParams, listOf } from '../platform/http/schemas';
import { idCursor, pageQuery, type Page, type PageQuery } from './paging';
import { keyRefused } from './rewards.errors';
import { awardLine, createRoundBody, roundDetail, roundView } from './round.dto';
import type { AwardLine, CreateRoundBody, RoundDetail, RoundView } from './round.dto';
import { RoundsService } from './rounds.service';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

@ApiTags('rewards')
@Roles('admin')
@Controller('reward-rounds')
export class RoundsController {
  constructor(private readonly rounds: RoundsService) {}

  @Post()
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Repeating a request with the same key and plan answers with the round it made.',
  })
  @ApiResponse({ status: 201, standardSchema: roundDetail })
  @ApiResponse({ status: 200, standardSchema: roundDetail, description: 'The key was used before, with this plan.' })
  async create(
    @Body({ schema: createRoundBody }) { plan }: CreateRoundBody,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @CurrentAccount() admin: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoundDetail> {
    if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) throw keyRefused();
    const { round, created } = await this.rounds.create(plan, admin.id, idempotencyKey);
    void reply.status(created ? 201 : 200);
    return round;
  }

  @Get()
  @ApiResponse({ status: 200, standardSchema: listOf(roundView) })
  async list(@Query({ schema: pageQuery }) { limit, cursor }: PageQuery): Promise<Page<RoundView>> {
    const before = decodeCursor(idCursor, cursor)?.[0];
    return toPage(
      await this.rounds.list(before, limit),
      limit,
      (round) => round,
      (round) => [round.id],
    );
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: roundDetail })
  get(@Param({ schema: idParams }) { id }: { id: string }): Promise<RoundDetail> {
    return this.rounds.get(id);
  }

  @Post(':id/freeze')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: roundDetail })
  freeze(@Param({ schema: idParams }) { id }: { id: string }): Promise<RoundDetail> {
    return this.rounds.freeze(id);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: roundDetail })
  preview(@Param({ schema: idParams }) { id }: { id: string }): Promise<RoundDetail> {
    return this.rounds.preview(id);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: roundDetail })
  approve(@Param({ schema: idParams }) { id }: { id: string }, @CurrentAccount() admin: SignedIn): Promise<RoundDetail> {
    return this.rounds.approve(id, admin.id);
  }

  @Get(':id/awards')
  @ApiResponse({ status: 200, standardSchema: listOf(awardLine) })
  async awards(
    @Param({ schema: idParams }) { id }: { id: string },
    @Query({ schema: pageQuery }) { limit, cursor }: PageQuery,
  ): Promise<Page<AwardLine>> {
    const after = decodeCursor(idCursor, cursor)?.[0];
    return toPage(
      await this.rounds.awards(id, after, limit),
      limit,
      (award) => award,
      (award) => [award.id],
    );
  }
}
