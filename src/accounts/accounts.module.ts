import { Inject, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { AccountsController } from './accounts.controller';
import { AccountsService } from './accounts.service';
import { InvitesService } from './invites.service';
import { SessionsService } from './sessions.service';

@Module({
  controllers: [AccountsController],
  providers: [AccountsService, SessionsService, InvitesService],
  exports: [AccountsService, SessionsService, InvitesService],
})
export class AccountsModule implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: AccountsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { firstAdmin } = this.config;
    if (firstAdmin && (await this.accounts.ensureFirstAdmin(firstAdmin.name, firstAdmin.password))) {
      new Logger('Accounts').log(`made the first admin, ${firstAdmin.name}`);
    }
  }
}
