import type { Database } from '../platform/database/database';
import type { Sql } from '../platform/database/sql';

export type Role = 'promoter' | 'moderator' | 'admin';

/** Who is behind a request; read from the database each time, so that a suspension or a new role holds at once. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly trustLevel: number;
  readonly teamId: string | null;
  readonly state: 'active' | 'suspended';
}

export async function insertSession(sql: Sql, tokenHash: Buffer, accountId: string, days: number): Promise<void> {
  await sql.query(`INSERT INTO sessions (token_hash, account_id, expires_at) VALUES ($1, $2, now() + make_interval(days => $3))`, [tokenHash, accountId, days]);
}

/** Runs with every request, hence prepared. */
export async function findSession(database: Database, tokenHash: Buffer): Promise<SignedIn | undefined> {
  const rows = await database.prepared<SignedIn>(
    'find-session',
    `SELECT a.id, a.name, a.display_name AS "displayName", a.role, a.trust_level AS "trustLevel", a.team_id AS "teamId", a.state
     FROM sessions s JOIN accounts a ON a.id = s.account_id
     WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now()`,
    [tokenHash],
  );
  return rows[0];
}

export async function revokeSession(sql: Sql, tokenHash: Buffer): Promise<void> {
  await sql.query(`UPDATE sessions SET revoked_at = now() WHERE token_hash = $1 AND revoked_at IS NULL`, [tokenHash]);
}

export async function revokeSessionsOf(sql: Sql, accountId: string): Promise<void> {
  await sql.query(`UPDATE sessions SET revoked_at = now() WHERE account_id = $1 AND revoked_at IS NULL`, [accountId]);
}
