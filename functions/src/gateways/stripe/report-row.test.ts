import type Stripe from 'stripe';
import { aBalanceTransaction, aCharge } from '../../testing/stripe-factories';
import { paymentBooking } from './report-row';

const row = (override: object = {}) => ({
  kind: 'PAYMENT',
  gatewayPaymentId: 'pi_3Q0000000000000000000001',
  paymentId: null,
  amount: 12_000,
  fee: 378,
  currency: 'TRY',
  ...override,
});
const aRefund = {
  object: 'refund',
  amount: 4_000,
  currency: 'try',
  payment_intent: 'pi_3Q0000000000000000000001',
} as Stripe.Refund;

test.each<[string, Partial<Stripe.BalanceTransaction>, object]>([
  ['a card payment', {}, row()],
  ['a payment by another way', { type: 'payment' }, row()],
  [
    'a refund',
    { type: 'refund', source: aRefund, amount: -4_000, fee: 0 },
    row({ kind: 'REFUND', amount: 4_000, fee: 0 }),
  ],
  [
    'a refund of another way',
    { type: 'payment_refund', source: aRefund, amount: -4_000, fee: 0 },
    row({ kind: 'REFUND', amount: 4_000, fee: 0 }),
  ],
  [
    'a payment that Stripe booked in another currency: twice the number, so half the fee',
    { currency: 'eur', amount: 24_000, fee: 757 },
    row({ fee: 379 }),
  ],
  [
    'yen booked as euros',
    { source: aCharge({ amount: 500, currency: 'jpy' }), currency: 'eur', amount: 307, fee: 34 },
    row({ amount: 500, fee: 55, currency: 'JPY' }),
  ],
  [
    'króna, whose fee Stripe counts in hundredths',
    { source: aCharge({ amount: 50_000, currency: 'isk' }), currency: 'isk', amount: 50_000, fee: 1_750 },
    row({ amount: 500, fee: 18, currency: 'ISK' }),
  ],
])('%s', (_edge, transaction, expected) => {
  expect(paymentBooking(aBalanceTransaction(transaction))?.row).toEqual(expected);
});

test.each<[string, Partial<Stripe.BalanceTransaction>]>([
  ['a payout', { type: 'payout', source: { object: 'payout' } as Stripe.Payout }],
  ['a dispute', { type: 'adjustment', source: { object: 'dispute' } as Stripe.Dispute }],
  ['a fee of Stripe’s own', { type: 'stripe_fee', source: null }],
  ['a charge without an intent', { source: aCharge({ payment_intent: null }) }],
  ['a source that was not expanded', { source: 'ch_1' }],
])('%s is no row', (_edge, transaction) => {
  expect(paymentBooking(aBalanceTransaction(transaction))).toBeNull();
});
