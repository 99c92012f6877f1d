import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentAccount } from '../accounts/auth.decorators';
import type { SignedIn } from '../accounts/session.queries';
import { loneFile } from '../platform/http/lone-file';
import { idParams } from '../platform/http/schemas';
import { RateLimit } from '../platform/rate-limit/rate-limit.guard';
import { imageView } from './image.dto';
import type { ImageView } from './image.dto';
import { ImagesService } from './images.service';
import { imageMissing } from './material.errors';

/** Ten posts of nine pictures in ten minutes. */
const UPLOAD = { name: 'upload', points: 90, seconds: 600 };

@ApiTags('materials')
@Controller('images')
export class ImagesController {
  constructor(private readonly images: ImagesService) {}

  @RateLimit(UPLOAD)
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiResponse({ status: 201, standardSchema: imageView })
  async upload(@CurrentAccount() account: SignedIn, @Req() request: FastifyRequest): Promise<ImageView> {
    const file = await loneFile(request, 'file');
    if (!file) throw imageMissing();
    return this.images.upload(account, file);
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: imageView })
  get(@CurrentAccount() account: SignedIn, @Param({ schema: idParams }) { id }: { id: string }): Promise<ImageView> {
    return this.images.get(account, id);
  }
}
