import type { MethodExpiry } from '@hyble/billing-functions/src/payments/rules/method-expiry';
import { methodExpiry } from '@hyble/billing-functions/src/payments/rules/method-expiry';
import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';

export type Expiry = 'expired' | 'thisMonth' | 'nextMonth' | 'later';

const EXPIRIES: Record<MethodExpiry, Expiry> = {
  EXPIRED: 'expired',
  EXPIRES_THIS_MONTH: 'thisMonth',
  EXPIRES_NEXT_MONTH: 'nextMonth',
  VALID: 'later',
};

/** How long a card is still good, by the rule that the server charges it by. Null for what does not expire. */
export function expiryOf(method: Pick<PaymentMethod, 'expMonth' | 'expYear'>, now: Date): Expiry | null {
  return method.expMonth === null || method.expYear === null ? null : EXPIRIES[methodExpiry(method, now)];
}

/** `09/27`, as it is printed on the card. */
export function expiryText({
  expMonth,
  expYear,
}: Pick<PaymentMethod, 'expMonth' | 'expYear'>): string | null {
  if (expMonth === null || expYear === null) return null;
  return `${String(expMonth).padStart(2, '0')}/${String(expYear % 100).padStart(2, '0')}`;
}
