import { Module } from '@nestjs/common';
import { LeaderboardsController } from './leaderboards.controller';
import { LeaderboardsService } from './leaderboards.service';
import { RankingRunsController } from './ranking-runs.controller';
import { RankingJobs } from './ranking.jobs';
import { RankingService } from './ranking.service';

@Module({
  controllers: [LeaderboardsController, RankingRunsController],
  providers: [RankingService, LeaderboardsService, RankingJobs],
  exports: [RankingService],
})
export class RankingModule {}
