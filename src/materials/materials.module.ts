import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config/config';
import { ModerationModule } from '../moderation/moderation.module';
import { DecodeBudget } from '../platform/images/decode-budget';
import { FileStore } from '../platform/storage/file-store';
import { FeedService } from './feed.service';
import { ImagesController } from './images.controller';
import { ImagesJobs } from './images.jobs';
import { ImagesService } from './images.service';
import { Material } from './material.entity';
import { MaterialMarks } from './material-marks';
import { MaterialPresenter } from './material-presenter';
import { MaterialReview } from './material.review';
import { MaterialsController } from './materials.controller';
import { MaterialsService } from './materials.service';
import { MediaController } from './media.controller';
import { PicksService } from './picks.service';
import { ShareController } from './share.controller';

/** Memory that decoding may take at once in one process. */
const DECODE_BYTES = 400_000_000;

@Module({
  imports: [TypeOrmModule.forFeature([Material]), ModerationModule],
  controllers: [MaterialsController, ImagesController, MediaController, ShareController],
  providers: [
    { provide: FileStore, inject: [CONFIG], useFactory: (config: Config) => FileStore.open(join(config.dataDir, 'media')) },
    { provide: DecodeBudget, useFactory: () => new DecodeBudget(DECODE_BYTES) },
    MaterialsService,
    FeedService,
    PicksService,
    ImagesService,
    ImagesJobs,
    MaterialPresenter,
    MaterialMarks,
    MaterialReview,
  ],
  exports: [MaterialsService, FeedService, PicksService, ImagesService, MaterialPresenter, MaterialMarks],
})
export class MaterialsModule {}
