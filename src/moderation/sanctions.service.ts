import { Injectable } from '@nestjs/common';
import type { AccountView, StateBody } from '../accounts/account.dto';
import { notYourself, roleRequired } from '../accounts/account.errors';
import { AccountsService } from '../accounts/accounts.service';
import type { SignedIn } from '../accounts/session.queries';
import { Database } from '../platform/database/database';
import { ModerationLog } from './moderation-log';

/** Suspending people and letting them back in. */
@Injectable()
export class SanctionsService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly log: ModerationLog,
  ) {}

  /**
   * Suspends or reinstates; asked for the state it has already, the account stays as it is and nothing is logged.
   * @throws HubError `account.not-yourself`, `account.not-found`, `auth.forbidden` for staff who are not this moderator's to judge.
   */
  async setState(by: SignedIn, accountId: string, { state, reason }: StateBody): Promise<AccountView> {
    if (accountId === by.id) throw notYourself();
    return this.database.transaction(async (tx) => {
      const account = await this.accounts.lock(tx, accountId);
      if (account.role !== 'promoter' && by.role !== 'admin') throw roleRequired();
      if (account.state === state) return account;
      await this.accounts.setState(tx, accountId, state);
      const action = state === 'suspended' ? 'suspend' : 'reinstate';
      await this.log.record(tx, { actorId: by.id, action, subjectKind: 'account', subjectId: accountId, reason });
      return { ...account, state };
    });
  }
}
