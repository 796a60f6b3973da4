import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import { add, subtract } from '@hyble/billing-functions/src/core/money';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';

export interface GatewaySums {
  /** What the customer was charged there, surcharge included, in minor units. */
  readonly gross: MinorUnits;
  /** Both null until the gateway tells what it keeps. */
  readonly fee: MinorUnits | null;
  readonly net: MinorUnits | null;
}

/** What a gateway took, kept, and passes on; the wallet's part of a payment is no business of its. */
export function gatewaySums({
  amount,
  surcharge,
  fee,
}: Pick<Payment, 'amount' | 'surcharge' | 'fee'>): GatewaySums {
  const gross = add(amount, surcharge);
  return { gross, fee, net: fee === null ? null : subtract(gross, fee) };
}
