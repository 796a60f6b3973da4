import type { Write } from '../../core/decision';
import { create, update } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { add, ZERO } from '../../core/money';
import { paths } from '../../schema/paths';
import type { Wallet, WalletEntry } from '../../schema/wallet';

/** Puts money of a payment into its payer's wallet; the entry's id makes a second time impossible. */
export function creditWallet(
  wallet: Pick<Wallet, 'balance'> | null,
  credit: {
    userId: string;
    currency: string;
    amount: MinorUnits;
    paymentId: string;
    reason: WalletEntry['reason'];
  },
): Write[] {
  const { userId, currency, amount, paymentId, reason } = credit;
  const balance = add(wallet?.balance ?? ZERO, amount);
  const path = paths.wallet(userId, currency);
  return [
    wallet === null ? create(path, { userId, currency, balance }) : update(path, { balance }),
    create(paths.walletEntry(userId, currency, `credit_${paymentId}`), {
      userId,
      amount,
      kind: 'TOP_UP',
      reason,
      paymentId,
      balanceAfter: balance,
    }),
  ];
}
