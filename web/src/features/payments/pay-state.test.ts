import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { InvoiceStatus } from '@hyble/billing-functions/src/schema/invoice';
import { invoiceWith, paymentWith } from '../../testing/factories';
import { payState } from './pay-state';

const now = new Date('2026-11-20T10:00:00Z');
const expired = { ...paymentWith().checkout, expiresAt: now } as NonNullable<
  ReturnType<typeof paymentWith>['checkout']
>;

const uid = 'ayse';
const held = { paymentId: 'part', amount: minorUnits(20_000), status: 'HELD' as const };

it.each<
  [
    edge: string,
    invoice: ReturnType<typeof invoiceWith>,
    payments: Parameters<typeof payState>[1],
    kind: string,
  ]
>([
  ['nothing was tried', invoiceWith(), [], 'ready'],
  ['an attempt is open', invoiceWith(), [paymentWith()], 'open'],
  ['a part of it', invoiceWith(), [paymentWith({ amount: minorUnits(50_000) })], 'open'],
  [
    'wallet and card make exactly what is due',
    invoiceWith(),
    [paymentWith({ amount: minorUnits(100_000), walletPart: held })],
    'open',
  ],
  ['its page has run out', invoiceWith(), [paymentWith({ checkout: expired })], 'ready'],
  ['its page was never opened', invoiceWith(), [paymentWith({ checkout: null })], 'ready'],
  [
    'its page has run out, and it holds wallet money',
    invoiceWith(),
    [paymentWith({ checkout: expired, walletPart: held })],
    'open',
  ],
  ['less is due than it would pay', invoiceWith({ amountDue: minorUnits(1) }), [paymentWith()], 'ready'],
  ['it pays another invoice too', invoiceWith(), [paymentWith({ invoiceIds: ['invoice-1', 'x'] })], 'open'],
  ['it is somebody else’s', invoiceWith(), [paymentWith({ userId: 'omer' })], 'ready'],
  ['it failed', invoiceWith(), [paymentWith({ status: 'FAILED' })], 'ready'],
  ['money is on its way', invoiceWith(), [paymentWith({ status: 'PROCESSING' })], 'processing'],
  [
    'a kept card was charged and nobody knows yet',
    invoiceWith(),
    [paymentWith({ paymentMethodId: 'visa', checkout: null })],
    'processing',
  ],
  [
    'money of a payment that is not listed is on its way',
    invoiceWith({ processingPaymentIds: ['x'] }),
    [],
    'processing',
  ],
  [
    'money is on its way beside an open attempt',
    invoiceWith(),
    [paymentWith(), paymentWith({ id: 'b', status: 'PROCESSING' })],
    'processing',
  ],
  ['it is paid although an old attempt is open', invoiceWith({ status: 'PAID' }), [paymentWith()], 'settled'],
])('%s', (_, invoice, payments, kind) => {
  expect(payState([invoice], payments, { uid, now }).kind).toBe(kind);
});

it('continues the newest open attempt', () => {
  const state = payState([invoiceWith()], [paymentWith({ id: 'new' }), paymentWith({ id: 'old' })], {
    uid,
    now,
  });
  expect(state).toMatchObject({ kind: 'open', payment: { id: 'new' } });
});

it('offers no page that is gone, or that would take more than is due', () => {
  const gone = paymentWith({ checkout: expired, walletPart: held });
  expect(payState([invoiceWith()], [gone], { uid, now })).toMatchObject({ kind: 'open', checkout: null });
  const tooMuch = paymentWith({ walletPart: held });
  expect(payState([invoiceWith()], [tooMuch], { uid, now })).toMatchObject({ kind: 'open', checkout: null });
});

it('knows a colleague’s attempt, which only they can finish', () => {
  const theirs = paymentWith({ userId: 'omer' });
  expect(payState([invoiceWith()], [theirs], { uid, now })).toEqual({ kind: 'ready', colleague: theirs });
});

it.each<[InvoiceStatus, boolean]>([
  ['DRAFT', false],
  ['PENDING', true],
  ['PARTIAL', true],
  ['OVERDUE', true],
  ['PAID', false],
  ['CANCELLED', false],
])('%s can be paid: %s', (status, isPayable) => {
  expect(payState([invoiceWith({ status })], [], { uid, now }).kind === 'ready').toBe(isPayable);
});

it('waits for all while one of several invoices is being paid', () => {
  const busy = invoiceWith({ id: 'invoice-2', processingPaymentIds: ['x'] });
  expect(payState([invoiceWith(), busy], [], { uid, now }).kind).toBe('processing');
});
