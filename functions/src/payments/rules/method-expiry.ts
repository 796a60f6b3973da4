import { dayOf } from '../../core/calendar';
import type { PaymentMethod } from '../../schema/payment-method';

export type MethodExpiry = 'VALID' | 'EXPIRES_NEXT_MONTH' | 'EXPIRES_THIS_MONTH' | 'EXPIRED';

/**
 * Whether a kept card can still be charged: to the end of the month that is printed on it, counted by the seller's
 * calendar wherever it is asked. What has no such month (a debit from an account) does not expire.
 */
export function methodExpiry(
  { expMonth, expYear }: Pick<PaymentMethod, 'expMonth' | 'expYear'>,
  now: Date,
): MethodExpiry {
  if (expMonth === null || expYear === null) return 'VALID';
  const [year = 0, month = 0] = dayOf(now).split('-').map(Number);
  const monthsLeft = (expYear - year) * 12 + expMonth - month;
  if (monthsLeft < 0) return 'EXPIRED';
  if (monthsLeft === 0) return 'EXPIRES_THIS_MONTH';
  return monthsLeft === 1 ? 'EXPIRES_NEXT_MONTH' : 'VALID';
}
