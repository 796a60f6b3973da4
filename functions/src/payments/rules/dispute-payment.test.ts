import { minorUnits } from '../../core/money';
import type { DisputeClosed, DisputeOpened } from '../../gateways/gateway';
import type { Payment } from '../../schema/payment';
import { aPayment } from '../../testing/factories';
import { thrownBy } from '../../testing/thrown-by';
import { disputePayment } from './dispute-payment';

const NOW = new Date('2026-03-10T10:00:00Z');
const payment = { paymentId: 'payment-1', owner: null };
const dispute = {
  gatewayDisputeId: 'dp_1',
  amount: minorUnits(5_000),
  currency: 'TRY',
  reason: 'product_not_received',
};
const opened: DisputeOpened = { kind: 'DISPUTE_OPENED', payment, dispute };
const closed = (outcome: 'WON' | 'LOST'): DisputeClosed => ({
  kind: 'DISPUTE_CLOSED',
  payment,
  dispute,
  outcome,
});
const paid = (override: Partial<Payment> = {}) => aPayment({ status: 'SUCCEEDED', ...override });
const hear = (fact: DisputeOpened | DisputeClosed, stored = paid()) =>
  disputePayment(stored, fact, 'stripe', NOW);

const open = {
  gatewayDisputeId: 'dp_1',
  amount: minorUnits(5_000),
  reason: 'product_not_received',
  status: 'OPEN',
  openedAt: NOW,
  closedAt: null,
} as const;
const updated = (...disputes: object[]) => ({
  op: 'update',
  path: 'payments/payment-1',
  fields: { disputes },
});
const entry = (name: string, kind: string, debit: string, credit: string) => ({
  op: 'create',
  path: `journal/dispute_payment-1_dp_1_${name}`,
  fields: {
    date: NOW,
    kind,
    currency: 'TRY',
    refs: { invoiceIds: [], paymentId: 'payment-1' },
    lines: [
      { account: debit, debit: 5_000, credit: 0 },
      { account: credit, debit: 0, credit: 5_000 },
    ],
  },
});

test('opened: the bank holds the money', () => {
  expect(hear(opened)).toEqual({
    outcome: 'APPLIED',
    result: 'DISPUTE_OPENED',
    writes: [updated(open), entry('opened', 'DISPUTE_OPENED', 'disputed', 'cash.stripe')],
  });
});

test.each([
  ['WON', 'cash.stripe'],
  ['LOST', 'badDebt'],
] as const)('%s: the money moves to %s', (outcome, account) => {
  expect(hear(closed(outcome), paid({ disputes: [open] }))).toEqual({
    outcome: 'APPLIED',
    result: `DISPUTE_${outcome}`,
    writes: [
      updated({ ...open, status: outcome, closedAt: NOW }),
      entry('closed', `DISPUTE_${outcome}`, account, 'disputed'),
    ],
  });
});

test('the end told before the beginning books both, and the beginning then changes nothing', () => {
  const { writes } = hear(closed('LOST'));
  expect(writes).toEqual([
    updated({ ...open, status: 'LOST', closedAt: NOW }),
    entry('opened', 'DISPUTE_OPENED', 'disputed', 'cash.stripe'),
    entry('closed', 'DISPUTE_LOST', 'badDebt', 'disputed'),
  ]);
  const after = paid({ disputes: [{ ...open, status: 'LOST', closedAt: NOW }] });
  const known = { writes: [], outcome: 'IGNORED', result: 'DISPUTE_KNOWN' };
  expect(hear(opened, after)).toEqual(known);
  expect(hear(closed('LOST'), after)).toEqual(known);
});

test('another dispute of the same payment stands beside the first', () => {
  const first = { ...open, gatewayDisputeId: 'dp_0' };
  expect(hear(opened, paid({ disputes: [first] })).writes[0]).toEqual(updated(first, open));
});

test.each(['PENDING', 'PROCESSING', 'FAILED'] as const)(
  'of a payment that is still %s must be told again later',
  (status) => {
    expect(thrownBy(() => hear(opened, paid({ status })))).toMatchObject({ code: 'PAYMENT_NOT_SETTLED' });
  },
);

test('over another currency contradicts the payment', () => {
  const other = { ...opened, dispute: { ...dispute, currency: 'EUR' } };
  expect(thrownBy(() => hear(other))).toMatchObject({ code: 'AMOUNT_MISMATCH' });
});
