import { minorUnits } from '../../core/money';
import type { ReportRow } from '../../gateways/gateway';
import { aPayment } from '../../testing/factories';
import type { Compared } from './compare-report';
import { bookFee, compareReport, park } from './compare-report';

const NOW = new Date('2026-03-12T06:00:00Z');
const paid = (override: Partial<Compared> = {}): Compared => ({
  id: 'payment-1',
  gatewayPaymentId: 'pi_1',
  amount: minorUnits(12_000),
  surcharge: minorUnits(0),
  currency: 'TRY',
  status: 'SUCCEEDED',
  gatewayRefundedAmount: minorUnits(0),
  ...override,
});
const row = (override: Partial<ReportRow> = {}): ReportRow => ({
  kind: 'PAYMENT',
  gatewayPaymentId: 'pi_1',
  paymentId: null,
  amount: minorUnits(12_000),
  fee: minorUnits(348),
  currency: 'TRY',
  ...override,
});
const refund = (amount: number) => row({ kind: 'REFUND', amount: minorUnits(amount), fee: minorUnits(0) });
const compare = (ours: Compared[], rows: ReportRow[], around: ReportRow[] = []) =>
  compareReport('stripe', { ours, rows, around });

test('a day on which both tell the same: no difference, and the fees to book', () => {
  const surcharged = paid({ id: 'payment-2', gatewayPaymentId: 'pi_2', surcharge: minorUnits(652) });
  const rows = [row(), row({ gatewayPaymentId: 'pi_2', amount: minorUnits(12_652) }), refund(3_000)];
  const ours = [paid({ gatewayRefundedAmount: minorUnits(3_000) }), surcharged];
  expect(compare(ours, rows)).toEqual({
    differences: [],
    fees: [
      { paymentId: 'payment-1', fee: 348 },
      { paymentId: 'payment-2', fee: 348 },
    ],
  });
});

test.each<[string, Compared[], ReportRow[], object]>([
  [
    'money that we know nothing of',
    [],
    [row()],
    { kind: 'PAYMENT_UNKNOWN', paymentId: null, ours: null, theirs: 12_000 },
  ],
  [
    'money of a payment that we hold for failed',
    [paid({ status: 'FAILED' })],
    [row()],
    { kind: 'PAYMENT_NOT_SETTLED', paymentId: 'payment-1', ours: 0, theirs: 12_000 },
  ],
  [
    'money of a payment whose success nobody told us',
    [paid({ gatewayPaymentId: null, status: 'FAILED' })],
    [row({ paymentId: 'payment-1' })],
    { kind: 'PAYMENT_NOT_SETTLED', paymentId: 'payment-1', ours: 0, theirs: 12_000 },
  ],
  [
    'money that names a payment which we do not have',
    [paid({ gatewayPaymentId: null, status: 'FAILED' })],
    [row({ paymentId: 'payment-2' })],
    { kind: 'PAYMENT_UNKNOWN', paymentId: null, ours: null, theirs: 12_000 },
  ],
  [
    'another amount',
    [paid()],
    [row({ amount: minorUnits(11_999) })],
    { kind: 'AMOUNT_DIFFERS', ours: 12_000, theirs: 11_999 },
  ],
  ['another currency', [paid()], [row({ currency: 'EUR' })], { kind: 'AMOUNT_DIFFERS', currency: 'EUR' }],
  [
    'a settled payment that is not reported',
    [paid()],
    [],
    { kind: 'PAYMENT_NOT_REPORTED', paymentId: 'payment-1', ours: 12_000, theirs: null },
  ],
  [
    'a refund that we have not booked, in two parts',
    [paid({ gatewayRefundedAmount: minorUnits(2_000) })],
    [row(), refund(2_000), refund(500)],
    { kind: 'REFUND_DIFFERS', ours: 2_000, theirs: 2_500 },
  ],
])('%s is a difference', (_edge, ours, rows, expected) => {
  const { differences } = compare(ours, rows);
  expect(differences.map(({ fields }) => fields)).toEqual([expect.objectContaining(expected)]);
});

test('what was booked around midnight stands in a neighbouring report', () => {
  expect(compare([paid()], [], [row()]).differences).toEqual([]);
});

test('the fee of a payment that we hold for failed is not booked', () => {
  expect(compare([paid({ status: 'FAILED' })], [row()]).fees).toEqual([]);
});

test('a fee is booked once', () => {
  const fee = { paymentId: 'payment-1', gateway: 'stripe', fee: minorUnits(348) } as const;
  const payment = aPayment({ status: 'SUCCEEDED' });
  expect(bookFee(payment, fee, NOW)).toEqual([
    { op: 'update', path: 'payments/payment-1', fields: { fee: 348 } },
    {
      op: 'create',
      path: 'journal/fee_payment-1',
      fields: {
        date: NOW,
        kind: 'GATEWAY_FEE',
        currency: 'TRY',
        refs: { invoiceIds: [], paymentId: 'payment-1' },
        lines: [
          { account: 'gatewayFees', debit: 348, credit: 0 },
          { account: 'cash.stripe', debit: 0, credit: 348 },
        ],
      },
    },
  ]);
  expect(bookFee({ ...payment, fee: minorUnits(348) }, fee, NOW)).toEqual([]);
  expect(bookFee(null, fee, NOW)).toEqual([]);
});

test('the same difference is parked once, and stays settled', () => {
  const [first] = compare([], [row()]).differences;
  const [again] = compare([], [row()]).differences;
  expect(again).toEqual(first);
  if (first === undefined) throw new Error('There is a difference');
  expect(park(null, first)).toEqual([
    {
      op: 'create',
      path: `differences/${first.id}`,
      fields: { ...first.fields, status: 'OPEN', note: null },
    },
  ]);
  const settled = { ...first.fields, status: 'RESOLVED', note: 'n', createdAt: NOW, updatedAt: NOW } as const;
  expect(park(settled, first)).toEqual([]);
});
