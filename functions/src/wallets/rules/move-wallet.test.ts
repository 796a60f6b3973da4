import { minorUnits } from '../../core/money';
import type { Movement } from './move-wallet';
import { moveWallet } from './move-wallet';

const owner = { userId: 'user-1', currency: 'EUR' };
const credit: Movement = {
  entryId: 'credit_payment-1',
  amount: minorUnits(500),
  kind: 'TOP_UP',
  reason: 'OVERPAYMENT',
  paymentId: 'payment-1',
};
const spend: Movement = {
  entryId: 'spend_payment-2',
  amount: minorUnits(-200),
  kind: 'SPEND',
  reason: null,
  paymentId: 'payment-2',
};
const entry = ({ entryId, ...fields }: Movement, balanceAfter: number) => ({
  op: 'create',
  path: `wallets/user-1_EUR/entries/${entryId}`,
  fields: { userId: 'user-1', ...fields, balanceAfter },
});

test('the first movement opens the wallet', () => {
  expect(moveWallet(null, owner, [credit])).toEqual([
    { op: 'create', path: 'wallets/user-1_EUR', fields: { userId: 'user-1', currency: 'EUR', balance: 500 } },
    entry(credit, 500),
  ]);
});

test('several at once: one balance, each entry with the balance after it', () => {
  expect(moveWallet({ balance: minorUnits(250) }, owner, [credit, spend])).toEqual([
    { op: 'update', path: 'wallets/user-1_EUR', fields: { balance: 550 } },
    entry(credit, 750),
    entry(spend, 550),
  ]);
});

test('a movement of nothing leaves no trace', () => {
  expect(moveWallet(null, owner, [{ ...credit, amount: minorUnits(0) }])).toEqual([]);
});
