import fc from 'fast-check';
import { minorUnits } from '../../core/money';
import { refundDestination } from '../../schema/refund';
import { leftOnInvoices, takeBack } from './take-back';

const AT = new Date('2026-03-10T10:00:00Z');
const share = (invoiceId: string, amount: number, refundedAmount = 0) => ({
  invoiceId,
  amount: minorUnits(amount),
  refundedAmount: minorUnits(refundedAmount),
  allocatedAt: AT,
});
/** 60,00 and 40,00 on two invoices, 20,00 in the wallet. */
const spent = {
  allocations: [share('a', 6_000), share('b', 4_000)],
  creditedToWallet: minorUnits(2_000),
  refundedFromWallet: minorUnits(0),
  pendingRefund: null,
};

test.each([
  ['less than the wallet holds of it', 500, 500, []],
  ['the wallet first, then the last invoice', 5_000, 2_000, [{ invoiceId: 'b', amount: 3_000 }]],
  [
    'the last invoice, then the one before',
    9_000,
    2_000,
    [
      { invoiceId: 'a', amount: 3_000 },
      { invoiceId: 'b', amount: 4_000 },
    ],
  ],
  [
    'more than the payment brought: the rest out of the wallet',
    13_000,
    3_000,
    [
      { invoiceId: 'a', amount: 6_000 },
      { invoiceId: 'b', amount: 4_000 },
    ],
  ],
])('to the card: %s', (_edge, amount, fromWallet, fromInvoices) => {
  expect(takeBack(spent, minorUnits(amount), 'GATEWAY')).toMatchObject({ fromWallet, fromInvoices });
});

test('into the wallet: of the invoices alone', () => {
  expect(takeBack(spent, minorUnits(4_500), 'WALLET')).toEqual({
    fromWallet: 0,
    fromInvoices: [
      { invoiceId: 'a', amount: 500 },
      { invoiceId: 'b', amount: 4_000 },
    ],
    after: {
      creditedToWallet: 2_000,
      refundedFromWallet: 0,
      allocations: [share('a', 6_000, 500), share('b', 4_000, 4_000)],
    },
  });
});

test('what was taken back before is not there any more', () => {
  const { after } = takeBack(spent, minorUnits(3_000), 'GATEWAY');
  expect(takeBack({ ...after, pendingRefund: null }, minorUnits(4_000), 'GATEWAY')).toMatchObject({
    fromWallet: 0,
    fromInvoices: [
      { invoiceId: 'a', amount: 1_000 },
      { invoiceId: 'b', amount: 3_000 },
    ],
  });
  expect(leftOnInvoices(after)).toBe(9_000);
});

const amount = fc.integer({ min: 0, max: 20_000 });

test('nothing is created or lost, and in parts or at once comes to the same', () => {
  fc.assert(
    fc.property(amount, amount, fc.constantFrom(...refundDestination.options), (one, two, destination) => {
      const first = takeBack(spent, minorUnits(one), destination);
      const second = takeBack({ ...first.after, pendingRefund: null }, minorUnits(two), destination);
      const both = takeBack(spent, minorUnits(one + two), destination);
      expect(second.after).toEqual(both.after);
      const taken = both.fromInvoices.reduce((sum, part) => sum + part.amount, Number(both.fromWallet));
      expect(taken).toBe(one + two);
      for (const { amount: most, refundedAmount } of both.after.allocations) {
        expect(refundedAmount).toBeLessThanOrEqual(most);
      }
    }),
  );
});
