import { paths } from '../../schema/paths';
import { areFresh, keepRates } from './keep-rates';

const now = new Date('2026-03-10T10:00:00Z');
const path = paths.installmentRates('paytr');
const rates = { world: { 2: 3.92 } };
const fetchedAgo = (ms: number) => {
  const at = new Date(now.getTime() - ms);
  return { rates: {}, fetchedAt: at, createdAt: at, updatedAt: at };
};
const DAY_MS = 24 * 60 * 60_000;

test.each([
  ['just fetched', 0, true],
  ['a moment less than a day old', DAY_MS - 1, true],
  ['a day old', DAY_MS, false],
])('%s', (_edge, age, fresh) => {
  expect(areFresh(fetchedAgo(age), now)).toBe(fresh);
});

test('the first rates', () => {
  expect(keepRates({ stored: null }, { path, rates }, now).writes).toEqual([
    { op: 'create', path: 'gatewayCache/paytrInstallmentRates', fields: { rates, fetchedAt: now } },
  ]);
});

test('old ones are replaced', () => {
  expect(keepRates({ stored: fetchedAgo(DAY_MS) }, { path, rates }, now).writes).toEqual([
    { op: 'update', path: 'gatewayCache/paytrInstallmentRates', fields: { rates, fetchedAt: now } },
  ]);
});

test('those of a quicker call stay', () => {
  expect(keepRates({ stored: fetchedAgo(1) }, { path, rates }, now).writes).toEqual([]);
});
