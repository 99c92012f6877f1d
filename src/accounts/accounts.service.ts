import { Injectable } from '@nestjs/common';
import { onConstraint } from '../platform/database/constraints';
import { Database } from '../platform/database/database';
import type { Sql } from '../platform/database/sql';
import type { AccountView, RegisterBody } from './account.dto';
import { accountNotFound, inviteNotUsable, nameTaken } from './account.errors';
import { adminExists, findAccount, insertAccount, lockAccount, setAccountState } from './account.queries';
import { readInviteCode } from './invite-code';
import { lockUsableInvite, markInviteUsed } from './invite.queries';
import { hashPassword } from './passwords';
import { revokeSessionsOf } from './session.queries';
import { SessionsService } from './sessions.service';

/** People joining, and what becomes of their accounts. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Joins by an invite code, which is used up in the same transaction.
   * @throws HubError `invite.not-usable`, `account.name-taken`
   */
  async register(body: RegisterBody): Promise<{ account: AccountView; token: string }> {
    const passwordHash = await hashPassword(body.password);
    const code = readInviteCode(body.inviteCode);
    const joining = this.database.transaction(async (tx) => {
      const invite = await lockUsableInvite(tx, code);
      if (!invite) throw inviteNotUsable();
      const accountId = await insertAccount(tx, {
        name: body.name,
        displayName: body.displayName?.trim() ?? body.name,
        passwordHash,
        role: 'promoter',
        trustLevel: 0,
        teamId: invite.teamId,
      });
      await markInviteUsed(tx, code, accountId);
      return { accountId, token: await this.sessions.open(tx, accountId) };
    });
    const { accountId, token } = await onConstraint(joining, { accounts_name_key: nameTaken });
    return { account: await this.get(accountId), token };
  }

  /** @throws HubError `account.not-found` */
  async get(id: string): Promise<AccountView> {
    const account = await findAccount(this.database, id);
    if (!account) throw accountNotFound();
    return account;
  }

  /** The account as it is, and stays until `tx` ends: whoever else wants to change it waits. @throws HubError `account.not-found` */
  async lock(tx: Sql, id: string): Promise<AccountView> {
    const account = await lockAccount(tx, id);
    if (!account) throw accountNotFound();
    return account;
  }

  /** Suspending ends every session at once; what the person published stays until a moderator decides otherwise. */
  async setState(tx: Sql, id: string, state: 'active' | 'suspended'): Promise<void> {
    await setAccountState(tx, id, state);
    if (state === 'suspended') await revokeSessionsOf(tx, id);
  }

  /** Makes the first admin of a new hub; does nothing once there is one. @returns whether it was made now. */
  async ensureFirstAdmin(name: string, password: string): Promise<boolean> {
    if (await adminExists(this.database)) return false;
    const passwordHash = await hashPassword(password);
    const account = { name, displayName: name, passwordHash, role: 'admin', trustLevel: 3, teamId: null } as const;
    try {
      await onConstraint(insertAccount(this.database, account), { accounts_name_key: nameTaken });
      return true;
    } catch (error) {
      // Of several processes that start together, one makes the admin.
      if (await adminExists(this.database)) return false;
      throw error;
    }
  }
}
