import type Stripe from 'stripe';
import { newId } from '../ids';
import type { Call } from '../world';

const FUNDS_AVAILABLE_AFTER_SECONDS = 2 * 24 * 60 * 60;

/** Stripe's price for a card payment, near enough: 2.9 % and 30 minor units. */
export function feeOf(amount: number): number {
  return Math.round((amount * 29) / 1000) + 30;
}

/** Stripe's own grouping: payments by other ways than cards are charges there. */
function reportingCategory(type: string): string {
  const others: Record<string, string> = {
    payment: 'charge',
    payment_refund: 'refund',
    adjustment: 'dispute',
  };
  return others[type] ?? type;
}

/** Other ways than cards make charges and bookings of another name. */
const isCard = (chargeId: string): boolean => chargeId.startsWith('ch_');

function balanceTransaction(
  call: Call,
  entry: Pick<Stripe.BalanceTransaction, 'type' | 'amount' | 'fee' | 'currency'> & { source: string },
): Stripe.BalanceTransaction {
  const { type, source, amount, fee, currency } = entry;
  const transaction: Stripe.BalanceTransaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: call.now + FUNDS_AVAILABLE_AFTER_SECONDS,
    balance_type: 'payments',
    created: call.now,
    currency,
    description: null,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency,
              description: 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: amount - fee,
    reporting_category: reportingCategory(type),
    source,
    status: 'pending',
    type,
  };
  call.objects.balanceTransactions.set(transaction.id, transaction);
  return transaction;
}

/** Books a paid charge with its fee. */
export function bookCharge(call: Call, charge: Stripe.Charge): Stripe.Charge {
  const { id: source, amount, currency } = charge;
  const fee = feeOf(amount);
  const type = isCard(source) ? 'charge' : 'payment';
  const { id } = balanceTransaction(call, { type, source, amount, fee, currency });
  const booked: Stripe.Charge = { ...charge, balance_transaction: id };
  call.objects.charges.set(charge.id, booked);
  return booked;
}

/**
 * Books a charge once its call is over, as Stripe does under `capture_method: automatic_async`, the default: the fee
 * is first seen in `charge.updated`.
 */
export function bookChargeLater(call: Call, chargeId: string): void {
  call.later((step) => {
    const charge = step.objects.charges.get(chargeId);
    if (charge) step.emit('charge.updated', bookCharge(step, charge), { balance_transaction: null });
  });
}

/** Books a refund of a charge; Stripe keeps the fee of the payment. */
export function bookRefund(
  call: Call,
  refund: { id: string; charge: string; amount: number; currency: string },
): string {
  const { id: source, charge, amount, currency } = refund;
  const type = isCard(charge) ? 'refund' : 'payment_refund';
  return balanceTransaction(call, { type, source, amount: -amount, fee: 0, currency }).id;
}

/** Books what a dispute takes, or gives back when `amount` is positive. */
export function bookDispute(
  call: Call,
  dispute: { id: string; amount: number; fee: number; currency: string },
): Stripe.BalanceTransaction {
  const { id: source, amount, fee, currency } = dispute;
  return balanceTransaction(call, { type: 'adjustment', source, amount, fee, currency });
}
