import type { Write } from '../../core/decision';
import { create, update } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { add, subtract, ZERO } from '../../core/money';
import { paths } from '../../schema/paths';
import type { Wallet, WalletEntry } from '../../schema/wallet';

/** One movement of a wallet's money. */
export interface Movement extends Pick<WalletEntry, 'kind' | 'reason' | 'paymentId'> {
  /** Names the cause, so that the same movement cannot be made twice: `credit_{paymentId}` … */
  readonly entryId: string;
  /** Positive into the wallet, negative out of it; of zero nothing is written. */
  readonly amount: MinorUnits;
}

/** What a payment takes out of the balance. */
export function spending(paymentId: string, amount: MinorUnits): Movement {
  return {
    entryId: `spend_${paymentId}`,
    amount: subtract(ZERO, amount),
    kind: 'SPEND',
    reason: null,
    paymentId,
  };
}

/** Moves money in and out of a wallet, in the order given: its entries, and the balance after the last of them. */
export function moveWallet(
  wallet: Pick<Wallet, 'balance'> | null,
  { userId, currency }: Pick<Wallet, 'userId' | 'currency'>,
  movements: readonly Movement[],
): Write[] {
  const real = movements.filter(({ amount }) => amount !== 0);
  if (real.length === 0) return [];
  let balance = wallet?.balance ?? ZERO;
  const entries = real.map(({ entryId, amount, kind, reason, paymentId }) => {
    balance = add(balance, amount);
    return create(paths.walletEntry(userId, currency, entryId), {
      userId,
      amount,
      kind,
      reason,
      paymentId,
      balanceAfter: balance,
    });
  });
  const path = paths.wallet(userId, currency);
  return [
    wallet === null ? create(path, { userId, currency, balance }) : update(path, { balance }),
    ...entries,
  ];
}
