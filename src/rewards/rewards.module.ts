import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module';
import { RankingModule } from '../ranking/ranking.module';
import { FinalRuns } from './final-runs';
import { RewardsJobs } from './rewards.jobs';
import { RoundsController } from './rounds.controller';
import { RoundsService } from './rounds.service';
import { SettlementService } from './settlement.service';
import { WalletController } from './wallet.controller';
import { WalletService } from './wallet.service';

@Module({
  imports: [LedgerModule, RankingModule],
  controllers: [RoundsController, WalletController],
  providers: [FinalRuns, RoundsService, SettlementService, WalletService, RewardsJobs],
  exports: [RoundsService, SettlementService],
})
export class RewardsModule {}
