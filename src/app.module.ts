import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsModule } from './accounts/accounts.module';
import { AuthGuard } from './accounts/auth.guard';
import { CONFIG, type Config } from './config/config';
import { MaterialsModule } from './materials/materials.module';
import { ModerationModule } from './moderation/moderation.module';
import { DatabaseModule } from './platform/database/database.module';
import { HttpModule } from './platform/http/http.module';
import { QueueModule } from './platform/queue/queue.module';
import { RateLimitGuard } from './platform/rate-limit/rate-limit.guard';
import { RateLimitModule } from './platform/rate-limit/rate-limit.module';
import { RankingModule } from './ranking/ranking.module';
import { ReuseModule } from './reuse/reuse.module';
import { RewardsModule } from './rewards/rewards.module';

/** Composition only: which rooms the house has. */
@Global()
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [DatabaseModule.forRoot(), QueueModule, RateLimitModule, HttpModule, AccountsModule, ModerationModule, MaterialsModule, ReuseModule, RankingModule, RewardsModule],
      // Guards run in this order: who is asking, then how often.
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
      ],
      exports: [CONFIG],
    };
  }
}
