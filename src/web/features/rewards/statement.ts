import type { Wallet, WalletTransfer } from './rewards-api';

export interface StatementLine extends WalletTransfer {
  /** The two balances right after this transfer. */
  after: { available: bigint; held: bigint };
}

/** Walks back from today's balances, newest transfer first: the oldest line starts from zero, or an amount is wrong. */
export function withBalances(wallet: Wallet, transfers: readonly WalletTransfer[]): StatementLine[] {
  let available = BigInt(wallet.available);
  let held = BigInt(wallet.held);
  return transfers.map((transfer) => {
    const after = { available, held };
    available -= BigInt(transfer.available);
    held -= BigInt(transfer.held);
    return { ...transfer, after };
  });
}
