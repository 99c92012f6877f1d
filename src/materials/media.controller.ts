import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database } from '../platform/database/database';
import { Public } from '../platform/http/public';
import { VARIANTS } from '../platform/images/transform-image';
import { FileStore } from '../platform/storage/file-store';
import { variantOf } from './image-view';
import { findServable } from './image.queries';
import { variantKey } from './images.jobs';
import { imageNotFound } from './material.errors';

const KEY = /^[\w-]{22}$/;

/** The files of pictures, under addresses that cannot be guessed; plain `<img>`, so that WeChat can save them by a long press. */
@ApiExcludeController()
@Public()
@Controller('media')
export class MediaController {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  @Get(':key/:file')
  @Header('cache-control', 'public, max-age=86400, immutable')
  async file(@Param('key') key: string, @Param('file') file: string): Promise<StreamableFile> {
    const variant = variantOf(file);
    const servable = variant && KEY.test(key) && (await findServable(this.database, key));
    const stored = servable && (await this.store.read(variantKey(servable.sha256, variant)));
    if (!stored) throw imageNotFound();
    return new StreamableFile(stored.stream, { type: VARIANTS[variant].contentType, length: stored.byteLength });
  }
}
