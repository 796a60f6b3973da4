import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import { add, ZERO } from '@hyble/billing-functions/src/core/money';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';

/** What the wallet pays of a payment; a part that went back pays nothing. */
export function walletShare({ walletPart }: Pick<Payment, 'walletPart'>): MinorUnits {
  return walletPart === null || walletPart.status === 'RELEASED' ? ZERO : walletPart.amount;
}

/** All that a payment is about, wallet part included, in minor units; without any surcharge. */
export function paymentTotal(payment: Pick<Payment, 'amount' | 'walletPart'>): MinorUnits {
  return add(payment.amount, walletShare(payment));
}
