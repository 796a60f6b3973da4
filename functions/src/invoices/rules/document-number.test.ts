import fc from 'fast-check';
import { nextDocumentNumber } from './document-number';

const never = { prefix: 'HYB', reset: 'never' } as const;
const monthly = { prefix: 'HYB', reset: 'monthly' } as const;
const NOVEMBER = new Date('2026-11-20T10:00:00Z');

test.each([
  ['the first of all', null, never, '2026-11-20T10:00:00Z', 'HYB-202611-0001', 1],
  ['the next', { last: 41, period: '202611' }, never, '2026-11-20T10:00:00Z', 'HYB-202611-0042', 42],
  [
    'a new month goes on',
    { last: 41, period: '202610' },
    never,
    '2026-11-20T10:00:00Z',
    'HYB-202611-0042',
    42,
  ],
  [
    'a new year goes on',
    { last: 41, period: '202612' },
    never,
    '2027-01-01T10:00:00Z',
    'HYB-202701-0042',
    42,
  ],
  [
    'the same month, monthly',
    { last: 41, period: '202611' },
    monthly,
    '2026-11-20T10:00:00Z',
    'HYB-202611-0042',
    42,
  ],
  [
    'a new month, monthly',
    { last: 41, period: '202610' },
    monthly,
    '2026-11-20T10:00:00Z',
    'HYB-202611-0001',
    1,
  ],
  [
    'a year later, monthly',
    { last: 41, period: '202511' },
    monthly,
    '2026-11-20T10:00:00Z',
    'HYB-202611-0001',
    1,
  ],
  [
    'begun before midnight, committed after one of the new month: no number twice, monthly',
    { last: 1, period: '202612' },
    monthly,
    '2026-11-30T20:59:59Z',
    'HYB-202612-0002',
    2,
  ],
  [
    'begun before midnight, committed after one of the new month: no month back',
    { last: 41, period: '202612' },
    never,
    '2026-11-30T20:59:59Z',
    'HYB-202612-0042',
    42,
  ],
  [
    'the last of four digits',
    { last: 9_998, period: '202611' },
    never,
    '2026-11-20T10:00:00Z',
    'HYB-202611-9999',
    9_999,
  ],
  [
    'a fifth digit',
    { last: 9_999, period: '202611' },
    never,
    '2026-11-20T10:00:00Z',
    'HYB-202611-10000',
    10_000,
  ],
  ['a new year in Istanbul only', null, never, '2026-12-31T21:00:00Z', 'HYB-202701-0001', 1],
  [
    'another prefix',
    null,
    { prefix: 'A1', reset: 'never' } as const,
    '2026-11-20T10:00:00Z',
    'A1-202611-0001',
    1,
  ],
])('%s', (_edge, last, numbering, now, number, count) => {
  expect(nextDocumentNumber(last, numbering, new Date(now))).toEqual({
    number,
    counter: { last: count, period: number.split('-')[1] },
  });
});

test('each number is the one before plus one, whatever time passes between them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.date({ min: NOVEMBER, max: new Date('2040-01-01'), noInvalidDate: true }),
      (last, now) => {
        const { counter } = nextDocumentNumber({ last, period: '202611' }, never, now);
        expect(counter.last).toBe(last + 1);
      },
    ),
  );
});
