import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { InvoiceStatus } from '@hyble/billing-functions/src/schema/invoice';
import { invoiceWith, paymentWith } from '../../testing/factories';
import { payState } from './pay-state';

const now = new Date('2026-11-20T10:00:00Z');
const expired = { ...paymentWith().checkout, expiresAt: now } as NonNullable<
  ReturnType<typeof paymentWith>['checkout']
>;

it.each<[edge: string, ...Parameters<typeof payState>, kind: string]>([
  ['nothing was tried', invoiceWith(), [], now, 'ready'],
  ['an attempt is open', invoiceWith(), [paymentWith()], now, 'open'],
  ['its page has run out', invoiceWith(), [paymentWith({ checkout: expired })], now, 'ready'],
  ['its page was never opened', invoiceWith(), [paymentWith({ checkout: null })], now, 'ready'],
  ['it was for another amount', invoiceWith({ amountDue: minorUnits(1) }), [paymentWith()], now, 'ready'],
  ['it failed', invoiceWith(), [paymentWith({ status: 'FAILED' })], now, 'ready'],
  ['money is on its way', invoiceWith(), [paymentWith({ status: 'PROCESSING' })], now, 'processing'],
  [
    'money of a payment that is not listed is on its way',
    invoiceWith({ processingPaymentIds: ['x'] }),
    [],
    now,
    'processing',
  ],
  [
    'money is on its way beside an open attempt',
    invoiceWith(),
    [paymentWith(), paymentWith({ id: 'b', status: 'PROCESSING' })],
    now,
    'processing',
  ],
  [
    'it is paid although an old attempt is open',
    invoiceWith({ status: 'PAID' }),
    [paymentWith()],
    now,
    'settled',
  ],
])('%s', (_, invoice, payments, at, kind) => {
  expect(payState(invoice, payments, at).kind).toBe(kind);
});

it('continues the newest open attempt', () => {
  const state = payState(invoiceWith(), [paymentWith({ id: 'new' }), paymentWith({ id: 'old' })], now);
  expect(state).toMatchObject({ kind: 'open', payment: { id: 'new' } });
});

it.each<[InvoiceStatus, boolean]>([
  ['DRAFT', false],
  ['PENDING', true],
  ['PARTIAL', true],
  ['OVERDUE', true],
  ['PAID', false],
  ['CANCELLED', false],
])('%s can be paid: %s', (status, isPayable) => {
  expect(payState(invoiceWith({ status }), [], now).kind === 'ready').toBe(isPayable);
});
