import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import type { Locale } from '@hyble/billing-functions/src/schema/common';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { RefundDestination } from '@hyble/billing-functions/src/schema/refund';
import { refundable, refundObstacle } from '@hyble/billing-functions/src/payments/rules/refundable';
import { readMoney } from '../../lib/number-input';

const DESTINATIONS: readonly RefundDestination[] = ['GATEWAY', 'BANK', 'WALLET'];

/** Where money of a payment can go now, the way that it came first. */
export function openDestinations(payment: Payment): RefundDestination[] {
  return DESTINATIONS.filter(
    (destination) => refundObstacle(payment, destination) === null && refundable(payment, destination) > 0,
  );
}

export type RefundProblem = 'missing' | 'invalid' | 'tooFine' | 'tooMuch';

/** The amount that finance typed, if that much can be given back. */
export function readRefund(
  text: string,
  { currency, locale, most }: { currency: string; locale: Locale; most: number },
): { readonly amount: MinorUnits } | { readonly problem: RefundProblem } {
  const read = readMoney(text, currency, locale);
  if (read.kind === 'empty') return { problem: 'missing' };
  if (read.kind === 'too-fine') return { problem: 'tooFine' };
  if (read.kind === 'invalid' || read.amount <= 0) return { problem: 'invalid' };
  return read.amount > most ? { problem: 'tooMuch' } : { amount: read.amount };
}
