import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentAccount, Roles } from '../accounts/auth.decorators';
import type { SignedIn } from '../accounts/session.queries';
import { Public } from '../platform/http/public';
import { idParams, listOf } from '../platform/http/schemas';
import { RateLimit } from '../platform/rate-limit/rate-limit.guard';
import { FeedService } from './feed.service';
import { createdView, feedQuery, materialBody, materialView, pickBody } from './material.dto';
import type { CreatedView, FeedQuery, MaterialBody, MaterialView, PickBody } from './material.dto';
import type { Reader } from './material-presenter';
import { MaterialsService } from './materials.service';
import { PicksService } from './picks.service';
import { CurrentReader } from './reader.decorator';

const WRITE = { name: 'material-write', points: 60, seconds: 3600 };

@ApiTags('materials')
@Controller('materials')
export class MaterialsController {
  constructor(
    private readonly materials: MaterialsService,
    private readonly feed: FeedService,
    private readonly picks: PicksService,
  ) {}

  @Public()
  @Get()
  @ApiResponse({ status: 200, standardSchema: listOf(materialView) })
  list(@Query({ schema: feedQuery }) query: FeedQuery, @CurrentReader() reader: Reader): Promise<{ items: MaterialView[]; nextCursor: string | null }> {
    return this.feed.list(query, reader);
  }

  @Public()
  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: materialView })
  get(@Param({ schema: idParams }) { id }: { id: string }, @CurrentReader() reader: Reader): Promise<MaterialView> {
    return this.feed.get(id, reader);
  }

  @RateLimit(WRITE)
  @Post()
  @ApiResponse({ status: 201, standardSchema: createdView })
  create(@CurrentAccount() account: SignedIn, @Body({ schema: materialBody }) body: MaterialBody): Promise<CreatedView> {
    return this.materials.create(account, body);
  }

  @RateLimit(WRITE)
  @Put(':id')
  @ApiResponse({ status: 200, standardSchema: createdView })
  edit(
    @CurrentAccount() account: SignedIn,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: materialBody }) body: MaterialBody,
  ): Promise<CreatedView> {
    return this.materials.edit(account, id, body);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: createdView })
  submit(@CurrentAccount() account: SignedIn, @Param({ schema: idParams }) { id }: { id: string }): Promise<CreatedView> {
    return this.materials.submit(account, id);
  }

  @Post(':id/retire')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: createdView })
  retire(@CurrentAccount() account: SignedIn, @Param({ schema: idParams }) { id }: { id: string }): Promise<CreatedView> {
    return this.materials.retire(account, id);
  }

  @Roles('moderator')
  @Post(':id/pick')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: materialView })
  async pick(
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: pickBody }) { note }: PickBody,
    @CurrentReader() reader: Reader,
    @CurrentAccount() account: SignedIn,
  ): Promise<MaterialView> {
    await this.picks.pick(account, id, note);
    return this.feed.get(id, reader);
  }

  @Roles('moderator')
  @Delete(':id/pick')
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  unpick(@CurrentAccount() account: SignedIn, @Param({ schema: idParams }) { id }: { id: string }): Promise<void> {
    return this.picks.unpick(account, id);
  }
}
