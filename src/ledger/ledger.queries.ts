import type { Sql } from '../platform/database/sql';

/** One line of a posting, before it is in the ledger. `reverses` is the id of the transfer it undoes. */
export interface TransferLine {
  readonly key: string;
  /** Code of the account the points come from. */
  readonly debit: string;
  /** Code of the account the points go to. */
  readonly credit: string;
  /** Whole points, 1 … 10^15. */
  readonly amount: bigint;
  readonly kind: string;
  readonly memo?: string | undefined;
  readonly reverses?: string | undefined;
}

/** The columns of a posting as arrays: one parameter each, however many lines. */
function columns(lines: readonly TransferLine[]): unknown[] {
  return [
    lines.map((line) => line.key),
    lines.map((line) => line.debit),
    lines.map((line) => line.credit),
    lines.map((line) => line.amount.toString()),
    lines.map((line) => line.kind),
    lines.map((line) => line.memo ?? null),
    lines.map((line) => line.reverses ?? null),
  ];
}

const ASKED = `unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::bigint[])
  WITH ORDINALITY AS asked (key, debit, credit, amount, kind, memo, reverses_id, place)`;

/**
 * Opens the accounts that do not exist yet. In order of their codes, so that two transactions opening the same ones wait for each
 * other in one direction only; whoever waits here holds no balance yet.
 */
export async function openAccounts(sql: Sql, codes: readonly string[]): Promise<void> {
  await sql.query(
    `INSERT INTO ledger_accounts (code)
     SELECT code FROM unnest($1::text[]) AS wanted (code)
     WHERE NOT EXISTS (SELECT FROM ledger_accounts existing WHERE existing.code = wanted.code)
     GROUP BY code ORDER BY code
     ON CONFLICT (code) DO NOTHING`,
    [codes],
  );
}

/**
 * LOCK ORDER of the ledger: accounts by id, before anything is written about them. Two postings over the same accounts, in whatever
 * direction, queue up here instead of deadlocking. NO KEY, because transfers refer to accounts by id and may do so meanwhile.
 */
export async function lockAccounts(sql: Sql, codes: readonly string[]): Promise<void> {
  await sql.query(`SELECT id FROM ledger_accounts WHERE code = ANY($1::text[]) ORDER BY id FOR NO KEY UPDATE`, [codes]);
}

/**
 * Writes the lines whose key is new and moves exactly those balances, in one statement: a line and its balances cannot part. The
 * constraint ledger_accounts_covered refuses what a balance does not cover; a sum past bigint is an error, never a wrap.
 */
export async function insertTransfers(sql: Sql, lines: readonly TransferLine[]): Promise<void> {
  await sql.query(
    `WITH written AS (
       INSERT INTO transfers (key, debit_id, credit_id, amount, kind, memo, reverses_id, created_at)
       SELECT asked.key, debit.id, credit.id, asked.amount, asked.kind, asked.memo, asked.reverses_id, now()
       FROM ${ASKED}
       JOIN ledger_accounts debit ON debit.code = asked.debit
       JOIN ledger_accounts credit ON credit.code = asked.credit
       ORDER BY asked.place
       ON CONFLICT (key) DO NOTHING
       RETURNING debit_id, credit_id, amount
     ), moved AS (
       SELECT account_id, sum(points)::bigint AS points
       FROM (SELECT debit_id, -amount FROM written UNION ALL SELECT credit_id, amount FROM written) AS side (account_id, points)
       GROUP BY account_id
     )
     UPDATE ledger_accounts account SET balance = balance + moved.points
     FROM moved WHERE account.id = moved.account_id`,
    columns(lines),
  );
}

/** What the ledger now holds under the keys of `lines`, in their order, and whether it says the same. */
export async function findPosted(sql: Sql, lines: readonly TransferLine[]): Promise<{ id: string; key: string; same: boolean }[]> {
  return sql.query(
    `SELECT transfer.id, asked.key,
            (debit.code, credit.code, transfer.amount, transfer.kind) = (asked.debit, asked.credit, asked.amount, asked.kind)
              AND transfer.memo IS NOT DISTINCT FROM asked.memo
              AND transfer.reverses_id IS NOT DISTINCT FROM asked.reverses_id AS same
     FROM ${ASKED}
     JOIN transfers transfer ON transfer.key = asked.key
     JOIN ledger_accounts debit ON debit.id = transfer.debit_id
     JOIN ledger_accounts credit ON credit.id = transfer.credit_id
     ORDER BY asked.place`,
    columns(lines),
  );
}

/** A transfer as it stands in the ledger. */
export interface PostedTransfer {
  readonly id: string;
  readonly key: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
  readonly kind: string;
  readonly memo: string | null;
  /** Key of the transfer this one undoes. */
  readonly reverses: string | null;
  /** Whether a later transfer undid this one. */
  readonly reversed: boolean;
  readonly createdAt: Date;
}

type TransferRow = Omit<PostedTransfer, 'amount' | 'createdAt'> & { amount: string; created_at: Date };

const TRANSFER = `
  SELECT transfer.id, transfer.key, debit.code AS debit, credit.code AS credit, transfer.amount, transfer.kind, transfer.memo,
         undone.key AS reverses, EXISTS (SELECT FROM transfers later WHERE later.reverses_id = transfer.id) AS reversed,
         transfer.created_at
  FROM transfers transfer
  JOIN ledger_accounts debit ON debit.id = transfer.debit_id
  JOIN ledger_accounts credit ON credit.id = transfer.credit_id
  LEFT JOIN transfers undone ON undone.id = transfer.reverses_id`;

const toTransfer = ({ created_at, amount, ...row }: TransferRow): PostedTransfer => ({
  ...row,
  amount: BigInt(amount),
  createdAt: created_at,
});

/** Transfers by key, in no particular order; unknown keys are left out. */
export async function findTransfers(sql: Sql, keys: readonly string[]): Promise<PostedTransfer[]> {
  return (await sql.query<TransferRow>(`${TRANSFER} WHERE transfer.key = ANY($1::text[])`, [keys])).map(toTransfer);
}

/** Transfers that touched any of these accounts, newest first, older than transfer `before`. */
export async function statement(sql: Sql, codes: readonly string[], before: string | undefined, limit: number): Promise<PostedTransfer[]> {
  // Two index scans in order of id instead of one over the OR of both columns, which would read an account's whole past.
  const rows = await sql.query<TransferRow>(
    `WITH mine AS (SELECT id FROM ledger_accounts WHERE code = ANY($1::text[])), touched AS (
       SELECT side.id FROM mine CROSS JOIN LATERAL (
         (SELECT id FROM transfers WHERE debit_id = mine.id AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3)
         UNION
         (SELECT id FROM transfers WHERE credit_id = mine.id AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3)
       ) side GROUP BY side.id ORDER BY side.id DESC LIMIT $3
     )
     ${TRANSFER} JOIN touched ON touched.id = transfer.id ORDER BY transfer.id DESC`,
    [codes, before ?? null, limit],
  );
  return rows.map(toTransfer);
}

/** Balances by code; an account that was never opened has none and is left out. */
export async function findBalances(sql: Sql, codes: readonly string[]): Promise<{ code: string; balance: string }[]> {
  return sql.query(`SELECT code, balance FROM ledger_accounts WHERE code = ANY($1::text[])`, [codes]);
}

/** What these accounts together ever received less what they gave, by kind of transfer; a reversal counts against the kind it undid. */
export async function netByKind(sql: Sql, codes: readonly string[]): Promise<{ kind: string; net: string }[]> {
  return sql.query(
    `WITH mine AS (SELECT id FROM ledger_accounts WHERE code = ANY($1::text[])), sides AS (
       SELECT kind, reverses_id, amount FROM transfers WHERE credit_id IN (SELECT id FROM mine)
       UNION ALL
       SELECT kind, reverses_id, -amount FROM transfers WHERE debit_id IN (SELECT id FROM mine)
     )
     SELECT coalesce(undone.kind, sides.kind) AS kind, sum(sides.amount) AS net
     FROM sides LEFT JOIN transfers undone ON undone.id = sides.reverses_id
     GROUP BY 1`,
    [codes],
  );
}
