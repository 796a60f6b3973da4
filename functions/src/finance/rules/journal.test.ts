import fc from 'fast-check';
import { add, minorUnits } from '../../core/money';
import { imbalance, invoiceIssuedEntry, journalWrites, paymentReceivedEntry, reversed } from './journal';

const NOW = new Date('2026-03-10T10:00:00Z');
const anAmount = fc.integer({ min: 0, max: 9_999_999_999 }).map(minorUnits);

const issued = (subtotal: number, taxTotal: number) =>
  invoiceIssuedEntry(
    {
      id: 'invoice-1',
      currency: 'TRY',
      subtotal: minorUnits(subtotal),
      taxTotal: minorUnits(taxTotal),
      total: add(minorUnits(subtotal), minorUnits(taxTotal)),
    },
    NOW,
  );

const received = (settled: number, creditedToWallet: number, surcharge: number) =>
  paymentReceivedEntry(
    { id: 'payment-1', gateway: 'paytr', currency: 'TRY', invoiceIds: ['invoice-1'] },
    {
      settled: minorUnits(settled),
      creditedToWallet: minorUnits(creditedToWallet),
      surcharge: minorUnits(surcharge),
    },
    NOW,
  );

test('every entry balances, and so does its reversal', () => {
  fc.assert(
    fc.property(anAmount, anAmount, anAmount, (a, b, c) => {
      for (const entry of [issued(a, b), received(a, b, c)]) {
        expect(imbalance(entry)).toBe(0);
        expect(imbalance(reversed(entry, 'INVOICE_CANCELLED'))).toBe(0);
      }
    }),
  );
});

test('lines of nothing are left out', () => {
  expect(issued(10_000, 0).lines).toEqual([
    { account: 'receivables', debit: 10_000, credit: 0 },
    { account: 'revenue', debit: 0, credit: 10_000 },
  ]);
});

test('a movement of nothing is no entry', () => {
  expect(journalWrites('invoice_1', issued(0, 0))).toEqual([]);
});

test('imbalance tells by how much', () => {
  const [first, second] = issued(10_000, 0).lines;
  if (first === undefined || second === undefined) throw new Error('two lines expected');
  expect(imbalance({ lines: [first, { ...second, credit: minorUnits(9_999) }] })).toBe(1);
});
