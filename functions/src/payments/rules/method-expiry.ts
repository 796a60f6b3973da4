import { dayOf } from '../../core/calendar';
import type { PaymentMethod } from '../../schema/payment-method';

export type MethodExpiry = 'VALID' | 'EXPIRES_THIS_MONTH' | 'EXPIRED';

/**
 * Whether a kept card can still be charged: to the end of the month that is printed on it, counted by the seller's
 * calendar. What has no such month (a debit from an account) does not expire.
 */
export function methodExpiry(
  { expMonth, expYear }: Pick<PaymentMethod, 'expMonth' | 'expYear'>,
  now: Date,
): MethodExpiry {
  if (expMonth === null || expYear === null) return 'VALID';
  const lastMonth = `${expYear}-${String(expMonth).padStart(2, '0')}`;
  const thisMonth = dayOf(now).slice(0, 'YYYY-MM'.length);
  if (lastMonth === thisMonth) return 'EXPIRES_THIS_MONTH';
  return lastMonth < thisMonth ? 'EXPIRED' : 'VALID';
}
