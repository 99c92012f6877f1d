import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { ModerationController } from './moderation.controller';
import { ModerationLog } from './moderation-log';
import { ReviewDeskService } from './review-desk.service';
import { ReviewSubjects } from './review-subjects';
import { ReviewsService } from './reviews.service';
import { SanctionsService } from './sanctions.service';

@Module({
  imports: [AccountsModule],
  controllers: [ModerationController],
  providers: [ReviewSubjects, ReviewsService, ReviewDeskService, ModerationLog, SanctionsService],
  exports: [ReviewSubjects, ReviewsService, ModerationLog],
})
export class ModerationModule {}
