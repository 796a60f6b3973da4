import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import { add, ZERO } from '@hyble/billing-functions/src/core/money';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';

/** What the wallet pays of a payment, or was to pay of one that failed; late money that came alone had no part. */
export function walletShare({ status, walletPart }: Pick<Payment, 'status' | 'walletPart'>): MinorUnits {
  if (walletPart === null) return ZERO;
  return walletPart.status === 'RELEASED' && status !== 'FAILED' ? ZERO : walletPart.amount;
}

/** All that a payment is about, wallet part included, in minor units; without any surcharge. */
export function paymentTotal(payment: Pick<Payment, 'amount' | 'status' | 'walletPart'>): MinorUnits {
  return add(payment.amount, walletShare(payment));
}
