import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import { smaller, subtract, ZERO } from '@hyble/billing-functions/src/core/money';
import type { Locale } from '@hyble/billing-functions/src/schema/common';
import { readMoney } from '../../lib/number-input';

/** What the customer pays now, and out of what. */
export interface PayAmounts {
  readonly amount: MinorUnits;
  readonly fromWallet: MinorUnits;
  /** Nothing when the wallet pays all of it. */
  readonly byCard: MinorUnits;
}

export type AmountProblem = 'missing' | 'invalid' | 'tooMuch';

/** The amount that a customer typed, if it can be paid: more than nothing and at most what is due. */
export function readAmount(
  text: string,
  { due, currency, locale }: { due: MinorUnits; currency: string; locale: Locale },
): { readonly amount: MinorUnits } | { readonly problem: AmountProblem } {
  const read = readMoney(text, currency, locale);
  if (read.kind === 'empty') return { problem: 'missing' };
  if (read.kind !== 'amount' || read.amount <= 0) return { problem: 'invalid' };
  return read.amount > due ? { problem: 'tooMuch' } : { amount: read.amount };
}

/** As the server splits it: the wallet pays what it can, the card the rest. */
export function splitAmount(amount: MinorUnits, balance: MinorUnits, useWallet: boolean): PayAmounts {
  const fromWallet = useWallet && balance > 0 ? smaller(balance, amount) : ZERO;
  return { amount, fromWallet, byCard: subtract(amount, fromWallet) };
}
