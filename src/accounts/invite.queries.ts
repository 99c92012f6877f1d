import type { Sql } from '../platform/database/sql';
import { toPerson } from './account.queries';
import type { InviteView } from './account.dto';

export async function insertInvite(
  sql: Sql,
  invite: { code: string; createdBy: string | null; teamId: string | null; days: number },
): Promise<void> {
  await sql.query(`INSERT INTO invites (code, created_by, team_id, expires_at) VALUES ($1, $2, $3, now() + make_interval(days => $4))`, [
    invite.code,
    invite.createdBy,
    invite.teamId,
    invite.days,
  ]);
}

/**
 * Takes the row's lock until the transaction ends: of many people typing one code at once, the first to commit uses it up and the
 * others, woken by that commit, find nothing. Who is suspended does not come back by a code of their own.
 */
export async function lockUsableInvite(tx: Sql, code: string): Promise<{ teamId: string | null } | undefined> {
  const rows = await tx.query<{ teamId: string | null }>(
    `SELECT team_id AS "teamId" FROM invites WHERE code = $1 AND used_at IS NULL AND expires_at > now()
       AND NOT EXISTS (SELECT 1 FROM accounts maker WHERE maker.id = created_by AND maker.state = 'suspended')
     FOR UPDATE`,
    [code],
  );
  return rows[0];
}

export async function markInviteUsed(tx: Sql, code: string, accountId: string): Promise<void> {
  await tx.query(`UPDATE invites SET used_at = now(), used_by = $2 WHERE code = $1`, [code, accountId]);
}

interface InviteRow {
  code: string;
  created_at: Date;
  expires_at: Date;
  team_id: string | null;
  team_name: string | null;
  used_by: string | null;
  display_name: string;
  trust_level: number;
}

const NEWEST = 50;

export async function listInvites(sql: Sql, makerId: string): Promise<InviteView[]> {
  const rows = await sql.query<InviteRow>(
    `SELECT i.code, i.created_at, i.expires_at, i.team_id, t.name AS team_name, i.used_by, u.display_name, u.trust_level
     FROM invites i LEFT JOIN teams t ON t.id = i.team_id LEFT JOIN accounts u ON u.id = i.used_by
     WHERE i.created_by = $1 ORDER BY i.created_at DESC LIMIT ${NEWEST}`,
    [makerId],
  );
  return rows.map((row) => ({
    code: row.code,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
    usedBy: row.used_by === null ? null : toPerson({ ...row, id: row.used_by }),
  }));
}
