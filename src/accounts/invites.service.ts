import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import type { InviteView } from './account.dto';
import { newInviteCode } from './invite-code';
import { insertInvite, listInvites } from './invite.queries';
import type { SignedIn } from './session.queries';

const VALID_DAYS = 14;

/** Codes that let one person in each; a code carries its maker's team, and whoever joins by it joins that team. */
@Injectable()
export class InvitesService {
  constructor(private readonly database: Database) {}

  async create(maker: Pick<SignedIn, 'id' | 'teamId'>): Promise<{ code: string }> {
    const code = newInviteCode();
    await insertInvite(this.database, { code, createdBy: maker.id, teamId: maker.teamId, days: VALID_DAYS });
    return { code };
  }

  list(maker: SignedIn): Promise<InviteView[]> {
    return listInvites(this.database, maker.id);
  }
}
