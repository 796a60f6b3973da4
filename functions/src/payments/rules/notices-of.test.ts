import type { PaymentFact } from '../../gateways/gateway';
import { aPayment, aUser } from '../../testing/factories';
import { noticesOf } from './notices-of';

const NOW = new Date('2026-03-10T10:00:00Z');
const failed = (reason: 'FUNDS' | 'AUTHENTICATION_REQUIRED'): PaymentFact => ({
  kind: 'PAYMENT_FAILED',
  payment: { paymentId: 'payment-1', owner: null },
  reason,
  isFinal: true,
});
const charged = aPayment({ paymentMethodId: 'stripe_pm_1', checkout: null });
const told = (fact: PaymentFact, result: string, payment: typeof charged | null = charged) =>
  noticesOf(
    { payment, invoices: [], payer: aUser() },
    { fact, appUrl: 'https://portal.example' },
    { result },
    NOW,
  ).map(({ path }) => path);

test('the news that ends a charge for its bank tells the customer and other modules', () => {
  expect(told(failed('AUTHENTICATION_REQUIRED'), 'PAYMENT_FAILED')).toEqual([
    'events/payment.authenticationRequired_payment-1',
    'mail/authenticationRequired_payment-1',
  ]);
});

test.each([
  ['another reason', failed('FUNDS'), 'PAYMENT_FAILED', charged],
  ['news that came late', failed('AUTHENTICATION_REQUIRED'), 'FAILURE_NOTED', charged],
  ['a page, where the customer was asked', failed('AUTHENTICATION_REQUIRED'), 'PAYMENT_FAILED', aPayment()],
  ['an unknown payment', failed('AUTHENTICATION_REQUIRED'), 'PAYMENT_NOT_FOUND', null],
] as const)('%s tells nobody', (_edge, fact, result, payment) => {
  expect(told(fact, result, payment)).toEqual([]);
});
