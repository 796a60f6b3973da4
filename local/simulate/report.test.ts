import { minorUnits, ZERO } from '../../functions/src/core/money';
import type { Summary } from '../../functions/src/testing/simulation/summary';
import { reportOf } from './report';

const nothing = { invoices: 0, amount: 0 };
const summary: Summary = {
  settings: { customers: 2, months: 1, seed: 7, sweeps: 4 },
  months: [
    {
      month: '2026-01',
      customers: 2,
      movements: {
        EUR: {
          opening: minorUnits(10_000),
          fresh: minorUnits(5_000),
          expansion: ZERO,
          contraction: minorUnits(-1_000),
          churn: minorUnits(-4_000),
          reactivation: ZERO,
          closing: minorUnits(10_000),
          count: { opening: 4, churned: 1, closing: 3 },
        },
      },
    },
  ],
  collection: {
    EUR: {
      ON_TIME: { invoices: 3, amount: 30_000 },
      RECOVERED: { invoices: 1, amount: 10_000 },
      AFTER_SUSPENSION: nothing,
      OPEN: nothing,
      LOST: nothing,
      WITHDRAWN: nothing,
    },
  },
  recoveredWithin: { 'day 0': 1 },
  counts: { 'invoices PAID': 4 },
  refusals: {},
  bill: { 'wallet.topUp': { times: 2, reads: 8, writes: 6, deletes: 0, readCalls: 4, commits: 4 } },
  customerMonths: 2,
  digest: '0',
  problems: [],
};

const rows = reportOf(summary).split('\n');
const row = (beginning: string) =>
  rows.find((line) => line.startsWith(`| ${beginning}`))?.replace(/ +/g, ' ');

test('what a month brought, in the money of each currency', () => {
  expect(row('2026-01')).toBe(
    '| 2026-01 | 2 | EUR | €50.00 | €0.00 | -€10.00 | -€40.00 | €0.00 | €100.00 | 3 | 25.0 % |',
  );
});

test('how much of what was billed came, and when', () => {
  expect(row('EUR')).toBe('| EUR | on time | 3 | €300.00 | 75.0 % |');
  expect(rows.find((line) => line.includes('recovered '))?.replace(/ +/g, ' ')).toBe(
    '| | recovered | 1 | €100.00 | 25.0 % |',
  );
  expect(row('day 0')).toBe('| day 0 | 1 |');
});

test('what it cost, each time and for each customer and month', () => {
  expect(row('`wallet.topUp`')).toBe('| `wallet.topUp` | 2 | 8 | 6 | 8 | 4.0 | 3.0 | 4.0 |');
  expect(rows).toContain(
    '8 reads, 6 writes, 0 deletes in 8 round trips; for each of 2 customer-months 4.0 reads, 3.0 writes, 4.0 round trips.',
  );
});

test('nothing refused', () => {
  expect(reportOf(summary)).toContain(
    'Refused commands\n\nAnswers that a person reads; any other failure ends a run.\n\nNone.',
  );
});
