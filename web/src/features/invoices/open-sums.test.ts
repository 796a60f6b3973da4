import { startOfDay } from '@hyble/billing-functions/src/core/calendar';
import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { invoiceWith } from '../../testing/factories';
import { openSums } from './open-sums';

const NOW = new Date('2026-11-26T12:00:00Z');
const open = (id: string, currency: string, amount: number, dueDate: string) =>
  invoiceWith({ id, currency, amountDue: minorUnits(amount), dueDate: startOfDay(dueDate) });

it('owes nothing without open invoices', () => {
  expect(openSums([], NOW)).toEqual([]);
});

it('sums each currency by itself, what is late first', () => {
  const sums = openSums(
    [
      open('a', 'EUR', 1_000, '2026-12-01'),
      open('b', 'TRY', 5_000, '2026-11-25'),
      open('c', 'TRY', 700, '2026-11-26'),
      open('d', 'EUR', 23, '2026-12-02'),
      open('e', 'CHF', 1, '2026-12-02'),
    ],
    NOW,
  );
  expect(sums.map(({ invoices, ...sum }) => ({ ...sum, ids: invoices.map(({ id }) => id) }))).toEqual([
    { currency: 'TRY', due: 5_700, overdue: 5_000, ids: ['b', 'c'] },
    { currency: 'CHF', due: 1, overdue: 0, ids: ['e'] },
    { currency: 'EUR', due: 1_023, overdue: 0, ids: ['a', 'd'] },
  ]);
});
