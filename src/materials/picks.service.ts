import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../accounts/session.queries';
import { ModerationLog } from '../moderation/moderation-log';
import { Database } from '../platform/database/database';
import { materialNotFound, ownPick } from './material.errors';
import { deletePick, lockMaterial, upsertPick } from './material.queries';
import { MATERIAL_SUBJECT } from './material-subject';

/** 精选: what moderators hold up as an example, with a note on why it works. */
@Injectable()
export class PicksService {
  constructor(
    private readonly database: Database,
    private readonly log: ModerationLog,
  ) {}

  /** Picks somebody else's public material, or rewords its note. @throws HubError `material.not-found`, `pick.own` */
  async pick(moderator: SignedIn, materialId: string, note: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if ((await lockMaterial(tx, materialId))?.author_id === moderator.id) throw ownPick();
      if (!(await upsertPick(tx, { materialId, moderatorId: moderator.id, note }))) throw materialNotFound();
      await this.log.record(tx, { actorId: moderator.id, action: 'pick', subjectKind: MATERIAL_SUBJECT, subjectId: materialId, reason: note });
    });
  }

  /** Takes a pick back. @throws HubError `material.not-found` when it was none. */
  async unpick(moderator: SignedIn, materialId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await deletePick(tx, materialId))) throw materialNotFound();
      await this.log.record(tx, { actorId: moderator.id, action: 'unpick', subjectKind: MATERIAL_SUBJECT, subjectId: materialId });
    });
  }
}
