import { onlyRow, type Sql } from '../platform/database/sql';
import type { AccountView, PersonView } from './account.dto';
import type { Role } from './session.queries';

interface AccountRow {
  id: string;
  name: string;
  display_name: string;
  role: Role;
  trust_level: number;
  state: 'active' | 'suspended';
  created_at: Date;
  team_id: string | null;
  team_name: string | null;
}

const ACCOUNT = `a.id, a.name, a.display_name, a.role, a.trust_level, a.state, a.created_at, a.team_id, t.name AS team_name`;

export function toPerson(row: Pick<AccountRow, 'id' | 'display_name' | 'trust_level' | 'team_id' | 'team_name'>): PersonView {
  return {
    id: row.id,
    displayName: row.display_name,
    trustLevel: row.trust_level,
    team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
  };
}

function toAccount(row: AccountRow): AccountView {
  return { ...toPerson(row), name: row.name, role: row.role, state: row.state, createdAt: row.created_at.toISOString() };
}

export async function findAccount(sql: Sql, id: string): Promise<AccountView | undefined> {
  const rows = await sql.query<AccountRow>(`SELECT ${ACCOUNT} FROM accounts a LEFT JOIN teams t ON t.id = a.team_id WHERE a.id = $1`, [id]);
  return rows[0] && toAccount(rows[0]);
}

/** People by id, for lists that show authors: one statement for a whole page. */
export async function findPeople(sql: Sql, ids: readonly string[]): Promise<Map<string, PersonView>> {
  const rows = await sql.query<AccountRow>(
    `SELECT ${ACCOUNT} FROM accounts a LEFT JOIN teams t ON t.id = a.team_id WHERE a.id = ANY($1::bigint[])`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, toPerson(row)]));
}

export async function findCredentials(
  sql: Sql,
  name: string,
): Promise<{ id: string; password_hash: string; state: 'active' | 'suspended' } | undefined> {
  const rows = await sql.query<{ id: string; password_hash: string; state: 'active' | 'suspended' }>(
    `SELECT id, password_hash, state FROM accounts WHERE lower(name) = lower($1)`,
    [name],
  );
  return rows[0];
}

export async function insertAccount(
  sql: Sql,
  account: { name: string; displayName: string; passwordHash: string; role: Role; trustLevel: number; teamId: string | null; joinedAt?: Date },
): Promise<string> {
  const rows = await sql.query<{ id: string }>(
    `INSERT INTO accounts (name, display_name, password_hash, role, trust_level, team_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, coalesce($7, now())) RETURNING id`,
    [account.name, account.displayName, account.passwordHash, account.role, account.trustLevel, account.teamId, account.joinedAt ?? null],
  );
  return onlyRow(rows).id;
}

export async function adminExists(sql: Sql): Promise<boolean> {
  return (await sql.query(`SELECT 1 FROM accounts WHERE role = 'admin' LIMIT 1`)).length > 0;
}

export async function lockAccount(tx: Sql, id: string): Promise<AccountView | undefined> {
  const rows = await tx.query<AccountRow>(
    `SELECT ${ACCOUNT} FROM accounts a LEFT JOIN teams t ON t.id = a.team_id WHERE a.id = $1 FOR NO KEY UPDATE OF a`,
    [id],
  );
  return rows[0] && toAccount(rows[0]);
}

export async function setAccountState(sql: Sql, id: string, state: 'active' | 'suspended'): Promise<void> {
  await sql.query(`UPDATE accounts SET state = $2 WHERE id = $1`, [id, state]);
}

export async function insertTeam(sql: Sql, name: string): Promise<string> {
  return onlyRow(await sql.query<{ id: string }>(`INSERT INTO teams (name) VALUES ($1) RETURNING id`, [name])).id;
}

export async function setTeamLeader(sql: Sql, teamId: string, leaderId: string): Promise<void> {
  await sql.query(`UPDATE teams SET leader_id = $2 WHERE id = $1`, [teamId, leaderId]);
}

export async function teamNames(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; name: string }>(`SELECT id, name FROM teams WHERE id = ANY($1::bigint[])`, [[...new Set(ids)]]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
