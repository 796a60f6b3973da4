import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import type { Locale } from '@hyble/billing-functions/src/schema/common';
import { readMoney } from '../../lib/number-input';

export type TopUpProblem = 'missing' | 'invalid' | 'tooLittle' | 'tooMuch';

/** The amount that a customer typed, if a wallet of this currency can be topped up by it. */
export function readTopUp(
  text: string,
  { currency, locale, limits }: { currency: string; locale: Locale; limits: { least: number; most: number } },
): { readonly amount: MinorUnits } | { readonly problem: TopUpProblem } {
  const read = readMoney(text, currency, locale);
  if (read.kind === 'empty') return { problem: 'missing' };
  if (read.kind !== 'amount' || read.amount <= 0) return { problem: 'invalid' };
  if (read.amount < limits.least) return { problem: 'tooLittle' };
  return read.amount > limits.most ? { problem: 'tooMuch' } : { amount: read.amount };
}
