import type { MethodExpiry } from './method-expiry';
import { methodExpiry } from './method-expiry';

test.each<[string, number | null, number | null, string, MethodExpiry]>([
  ['two months ahead', 5, 2026, '2026-03-31T20:59:59Z', 'VALID'],
  ['the month after', 4, 2026, '2026-03-31T20:59:59Z', 'EXPIRES_NEXT_MONTH'],
  ['January in December', 1, 2027, '2026-12-15T12:00:00Z', 'EXPIRES_NEXT_MONTH'],
  ['the first instant of its month', 3, 2026, '2026-02-28T21:00:00Z', 'EXPIRES_THIS_MONTH'],
  ['the last instant of its month', 3, 2026, '2026-03-31T20:59:59Z', 'EXPIRES_THIS_MONTH'],
  ['the first instant after it, by the seller’s calendar', 3, 2026, '2026-03-31T21:00:00Z', 'EXPIRED'],
  ['December into January', 12, 2025, '2026-01-01T12:00:00Z', 'EXPIRED'],
  ['a later year, an earlier month', 2, 2027, '2026-12-15T12:00:00Z', 'VALID'],
  ['September before October', 9, 2026, '2026-10-15T12:00:00Z', 'EXPIRED'],
  ['an account has no month', null, null, '2026-03-10T10:00:00Z', 'VALID'],
])('%s', (_edge, expMonth, expYear, now, expiry) => {
  expect(methodExpiry({ expMonth, expYear }, new Date(now))).toBe(expiry);
});
