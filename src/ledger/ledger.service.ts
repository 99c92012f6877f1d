import { Injectable } from '@nestjs/common';
import { onConstraint } from '../platform/database/constraints';
import type { Transaction } from '../platform/database/database';
import type { Sql } from '../platform/database/sql';
import { alreadyReversed, amountRefused, insufficient, keyConflict, notReversible } from './ledger.errors';
import {
  findBalances,
  findPosted,
  findTransfers,
  insertTransfers,
  lockAccounts,
  netByKind,
  openAccounts,
  statement,
  type PostedTransfer,
  type TransferLine,
} from './ledger.queries';

/** Points on their way from one account to another. The debited account is the source, the credited one the destination. */
export type Transfer = Omit<TransferLine, 'reverses'>;

const MAX_AMOUNT = 10n ** 15n;

/** Kind of every transfer that undoes another. */
export const REVERSAL = 'reversal';

/**
 * The double-entry ledger. It knows accounts by their codes, not what they are for. Everything that moves points does so in the
 * caller's transaction, so that the points and the fact they are paid for are committed together. docs/ledger.md tells why it holds.
 */
@Injectable()
export class LedgerService {
  /**
   * Posts all of `transfers` or none. Accounts are opened as needed. A key that is in the ledger already with the same content
   * moves nothing and answers like the first time. Call it once per transaction where you can: a second posting may deadlock with
   * another transaction's, which is then run again.
   * @returns ids of the transfers, in the order given.
   * @throws HubError `ledger.amount`, `ledger.key-conflict` when a key stands for something else, or `ledger.insufficient` when a balance
   * would fall below zero.
   */
  post(tx: Transaction, transfers: readonly Transfer[]): Promise<string[]> {
    return this.write(tx, transfers);
  }

  /**
   * Undoes a transfer by its mirror image, once; both stay in the ledger. The same reversal again answers like the first time.
   * @returns id of the reversal.
   * @throws HubError `ledger.not-reversible` (unknown, or itself a reversal), `ledger.already-reversed`, `ledger.key-conflict`, or
   * `ledger.insufficient` when the points have moved on.
   */
  async reverse(tx: Transaction, key: string, transferKey: string, reason: string): Promise<string> {
    const [original] = await findTransfers(tx, [transferKey]);
    if (!original || original.reverses !== null) throw notReversible();
    const { id, debit, credit, amount } = original;
    const [reversal] = await this.write(tx, [{ key, debit: credit, credit: debit, amount, kind: REVERSAL, memo: reason, reverses: id }]);
    return reversal as string;
  }

  /** Points on each account, by code; zero for an account that was never opened. */
  async balances(sql: Sql, codes: readonly string[]): Promise<Map<string, bigint>> {
    const found = new Map(codes.map((code) => [code, 0n]));
    for (const { code, balance } of await findBalances(sql, codes)) found.set(code, BigInt(balance));
    return found;
  }

  /** Transfers that touched any of these accounts, newest first. `before` is the id of the last one already seen. */
  statement(sql: Sql, codes: readonly string[], before: string | undefined, limit: number): Promise<PostedTransfer[]> {
    return statement(sql, codes, before, limit);
  }

  /** Transfers by key; unknown keys are left out. */
  async find(sql: Sql, keys: readonly string[]): Promise<Map<string, PostedTransfer>> {
    return new Map((await findTransfers(sql, keys)).map((transfer) => [transfer.key, transfer]));
  }

  /** What these accounts together ever received less what they gave, by kind of transfer; a reversal counts against the kind it undid. */
  async netByKind(sql: Sql, codes: readonly string[]): Promise<Map<string, bigint>> {
    return new Map((await netByKind(sql, codes)).map(({ kind, net }) => [kind, BigInt(net)]));
  }

  private async write(tx: Transaction, lines: readonly TransferLine[]): Promise<string[]> {
    if (lines.length === 0) return [];
    if (lines.some(({ amount }) => amount < 1n || amount > MAX_AMOUNT)) throw amountRefused();
    const codes = [...new Set(lines.flatMap((line) => [line.debit, line.credit]))];
    await openAccounts(tx, codes);
    await lockAccounts(tx, codes);
    await onConstraint(insertTransfers(tx, lines), { ledger_accounts_covered: insufficient, transfers_reverses_key: alreadyReversed });
    const posted = await findPosted(tx, lines);
    const different = posted.filter((transfer) => !transfer.same).map((transfer) => transfer.key);
    if (different.length > 0) throw keyConflict(different);
    return posted.map((transfer) => transfer.id);
  }
}
