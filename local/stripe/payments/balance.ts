import type Stripe from 'stripe';
import { newId } from '../ids';
import type { Call } from '../world';

const FUNDS_AVAILABLE_AFTER_SECONDS = 2 * 24 * 60 * 60;

/** Stripe's price for a card payment, near enough: 2.9 % and 30 minor units. */
export function feeOf(amount: number): number {
  return Math.round((amount * 29) / 1000) + 30;
}

function balanceTransaction(
  call: Call,
  entry: { type: 'charge' | 'refund'; source: string; amount: number; fee: number; currency: string },
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
    reporting_category: type,
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
  const { id } = balanceTransaction(call, { type: 'charge', source, amount, fee, currency });
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

/** Books a refund; Stripe keeps the fee of the payment. */
export function bookRefund(call: Call, refund: { id: string; amount: number; currency: string }): string {
  const { id: source, amount, currency } = refund;
  return balanceTransaction(call, { type: 'refund', source, amount: -amount, fee: 0, currency }).id;
}
