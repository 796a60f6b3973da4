import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';

export type Expiry = 'expired' | 'thisMonth' | 'nextMonth' | 'later';

/** How long a card is still good: until the last day of its month. Null for what does not expire. */
export function expiryOf(
  { expMonth, expYear }: Pick<PaymentMethod, 'expMonth' | 'expYear'>,
  now: Date,
): Expiry | null {
  if (expMonth === null || expYear === null) return null;
  const months = (expYear - now.getFullYear()) * 12 + (expMonth - 1 - now.getMonth());
  if (months < 0) return 'expired';
  if (months === 0) return 'thisMonth';
  return months === 1 ? 'nextMonth' : 'later';
}

/** `09/27`, as it is printed on the card. */
export function expiryText({
  expMonth,
  expYear,
}: Pick<PaymentMethod, 'expMonth' | 'expYear'>): string | null {
  if (expMonth === null || expYear === null) return null;
  return `${String(expMonth).padStart(2, '0')}/${String(expYear % 100).padStart(2, '0')}`;
}
