import { minorUnits } from '../../core/money';
import type { Refund } from '../../schema/refund';
import { aPayment } from '../../testing/factories';
import { afterCheck, dueCheck } from './check-due';

const NOW = new Date('2026-03-10T12:00:00Z');
const EARLIER = new Date('2026-03-10T11:00:00Z');
const LATER = new Date('2026-03-10T13:00:00Z');
const session = aPayment().checkout;
if (session === null) throw new Error('The factory makes an open checkout');

test.each([
  ['whose page has expired may be closed', aPayment({ nextCheckAt: NOW }), true],
  ['whose page never opened may be closed', aPayment({ nextCheckAt: NOW, checkout: null }), true],
  [
    'whose page is open may not',
    aPayment({ nextCheckAt: NOW, checkout: { ...session, expiresAt: LATER } }),
    false,
  ],
  ['whose money is on its way may not', aPayment({ nextCheckAt: NOW, status: 'PROCESSING' }), false],
])('a payment %s', (_edge, payment, end) => {
  expect(dueCheck(payment, NOW)).toEqual({ payment, end });
});

test.each([
  ['that is gone', null],
  ['whose news has come', aPayment({ nextCheckAt: null, status: 'SUCCEEDED' })],
  ['that is due later', aPayment({ nextCheckAt: LATER })],
  ['of the wallet', aPayment({ nextCheckAt: NOW, gateway: 'wallet' })],
])('a payment %s is not asked about', (_edge, payment) => {
  expect(dueCheck(payment, NOW)).toBeNull();
});

const command = { paymentId: 'payment-1', refundIsKnown: true };
const again = [{ op: 'update', path: 'payments/payment-1', fields: { nextCheckAt: LATER } }];

test('still open: asked again in an hour', () => {
  expect(
    afterCheck({ payment: aPayment({ nextCheckAt: NOW }), refund: null, wallet: null }, command, NOW).writes,
  ).toEqual(again);
});

test('settled by the answer: nothing to ask any more', () => {
  for (const payment of [null, aPayment({ nextCheckAt: null }), aPayment({ nextCheckAt: LATER })]) {
    expect(afterCheck({ payment, refund: null, wallet: null }, command, NOW).writes).toEqual([]);
  }
});

describe('a refund whose answer got lost', () => {
  const payment = aPayment({
    status: 'SUCCEEDED',
    nextCheckAt: NOW,
    pendingRefund: {
      refundId: 'refund-1',
      amount: minorUnits(100),
      fromWallet: minorUnits(0),
      reason: 'r',
      orderedAt: EARLIER,
    },
  });
  const refund: Refund = {
    paymentId: 'payment-1',
    userId: 'user-1',
    organizationId: null,
    destination: 'GATEWAY',
    amount: minorUnits(100),
    currency: 'TRY',
    status: 'PENDING',
    reason: 'r',
    origin: 'FINANCE',
    gatewayRefundId: null,
    allocations: [],
    creditNoteIds: [],
    failure: null,
    processedAt: null,
    createdAt: EARLIER,
    updatedAt: EARLIER,
  };

  test('and that the gateway knows nothing of was not made', () => {
    const failure = { code: 'NOT_MADE', message: 'The gateway knows of no such refund.' };
    expect(afterCheck({ payment, refund, wallet: null }, command, NOW).writes).toEqual([
      { op: 'update', path: 'refunds/refund-1', fields: { status: 'FAILED', failure, processedAt: NOW } },
      { op: 'update', path: 'payments/payment-1', fields: { pendingRefund: null, nextCheckAt: null } },
    ]);
  });

  test('and of which the gateway says nothing stays open', () => {
    expect(
      afterCheck({ payment, refund, wallet: null }, { ...command, refundIsKnown: false }, NOW).writes,
    ).toEqual(again);
  });
});
