import type { MinorUnits } from '../../core/money';
import { add, smaller, subtract, ZERO } from '../../core/money';
import type { Allocation, Payment } from '../../schema/payment';
import type { Refund, RefundDestination } from '../../schema/refund';

type Spent = Pick<Payment, 'allocations' | 'creditedToWallet' | 'refundedFromWallet'>;
type Spendable = Spent & Pick<Payment, 'pendingRefund'>;

/** Where the money of a refund comes from. */
export interface TakenBack {
  readonly fromWallet: MinorUnits;
  /** What is taken from each invoice; one that gives nothing is left out. */
  readonly fromInvoices: Refund['allocations'];
  /** The payment's fields afterwards. */
  readonly after: Spent;
}

/**
 * Takes an amount out of what a payment's money was spent on: what waits in the wallet goes first, since nobody owed
 * it, then the invoices, the last one first. More than the payment brought, as only a gateway's own panel can send
 * back, is taken out of the wallet too. A refund into the wallet concerns the invoices alone. What is set aside for a
 * pending refund is not there to be taken.
 */
export function takeBack(payment: Spendable, amount: MinorUnits, destination: RefundDestination): TakenBack {
  let rest = amount;
  const take = (most: MinorUnits): MinorUnits => {
    const taken = smaller(rest, most);
    rest = subtract(rest, taken);
    return taken;
  };
  const setAside = payment.pendingRefund?.fromWallet ?? ZERO;
  const inWallet = subtract(subtract(payment.creditedToWallet, payment.refundedFromWallet), setAside);
  const credited = destination === 'WALLET' || inWallet < 0 ? ZERO : take(inWallet);
  const allocations = payment.allocations
    .toReversed()
    .map((allocation) => ({ allocation, taken: take(leftOf(allocation)) }))
    .toReversed();
  const fromWallet = add(credited, rest);
  return {
    fromWallet,
    fromInvoices: allocations
      .filter(({ taken }) => taken > 0)
      .map(({ allocation, taken }) => ({ invoiceId: allocation.invoiceId, amount: taken })),
    after: {
      creditedToWallet: payment.creditedToWallet,
      refundedFromWallet: add(payment.refundedFromWallet, fromWallet),
      allocations: allocations.map(({ allocation, taken }) => ({
        ...allocation,
        refundedAmount: add(allocation.refundedAmount, taken),
      })),
    },
  };
}

/** What of a payment's share for an invoice has not been refunded. */
function leftOf({ amount, refundedAmount }: Allocation): MinorUnits {
  return subtract(amount, refundedAmount);
}

/** What of a payment's money still lies on invoices. */
export function leftOnInvoices({ allocations }: Pick<Payment, 'allocations'>): MinorUnits {
  return add(ZERO, ...allocations.map(leftOf));
}
