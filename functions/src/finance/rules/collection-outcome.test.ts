import type { Invoice } from '../../schema/invoice';
import type { Collected } from './collection-outcome';
import { collectionOutcome } from './collection-outcome';

const day = (count: number) => new Date(Date.UTC(2026, 2, 1 + count, 10));

test.each<[string, Pick<Invoice, 'status' | 'paidAt'>, Date | null, Date | null, Collected]>([
  ['paid at once', paid(0), null, null, { outcome: 'ON_TIME', days: null }],
  ['waits, and nothing failed', unpaid('PENDING'), null, null, { outcome: 'OPEN', days: null }],
  ['taken back', unpaid('CANCELLED'), null, null, { outcome: 'WITHDRAWN', days: null }],
  ['paid on the day it failed', paid(0.5), day(0), null, { outcome: 'RECOVERED', days: 0 }],
  ['paid three days later', paid(3), day(0), null, { outcome: 'RECOVERED', days: 3 }],
  ['paid after the suspension', paid(15), day(0), day(10), { outcome: 'AFTER_SUSPENSION', days: 15 }],
  ['overdue, and the dunning goes on', unpaid('OVERDUE'), day(0), null, { outcome: 'OPEN', days: null }],
  ['suspended', unpaid('OVERDUE'), day(0), day(10), { outcome: 'LOST', days: null }],
  ['cancelled while past due', unpaid('CANCELLED'), day(0), null, { outcome: 'LOST', days: null }],
  ['a part is paid', unpaid('PARTIAL'), day(0), null, { outcome: 'OPEN', days: null }],
])('%s', (_edge, invoice, failedAt, suspendedAt, expected) => {
  expect(collectionOutcome(invoice, { failedAt, suspendedAt })).toEqual(expected);
});

function paid(days: number): Pick<Invoice, 'status' | 'paidAt'> {
  return { status: 'PAID', paidAt: day(days) };
}

function unpaid(status: Invoice['status']): Pick<Invoice, 'status' | 'paidAt'> {
  return { status, paidAt: null };
}
