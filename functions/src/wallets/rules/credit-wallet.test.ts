import { minorUnits } from '../../core/money';
import { creditWallet } from './credit-wallet';

const credit = {
  userId: 'user-1',
  currency: 'EUR',
  amount: minorUnits(500),
  paymentId: 'payment-1',
  reason: 'OVERPAYMENT',
} as const;
const entry = (balanceAfter: number) => ({
  op: 'create',
  path: 'wallets/user-1_EUR/entries/credit_payment-1',
  fields: {
    userId: 'user-1',
    amount: 500,
    kind: 'TOP_UP',
    reason: 'OVERPAYMENT',
    paymentId: 'payment-1',
    balanceAfter,
  },
});

test('the first credit opens the wallet', () => {
  expect(creditWallet(null, credit)).toEqual([
    { op: 'create', path: 'wallets/user-1_EUR', fields: { userId: 'user-1', currency: 'EUR', balance: 500 } },
    entry(500),
  ]);
});

test('a further one adds to it', () => {
  expect(creditWallet({ balance: minorUnits(250) }, credit)).toEqual([
    { op: 'update', path: 'wallets/user-1_EUR', fields: { balance: 750 } },
    entry(750),
  ]);
});
