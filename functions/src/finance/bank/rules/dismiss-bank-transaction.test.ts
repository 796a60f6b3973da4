import { thrownBy } from '../../../testing/thrown-by';
import { aBankTransaction } from '../testing/bank-transaction-factory';
import { dismissBankTransaction } from './dismiss-bank-transaction';

const command = {
  bankTransactionId: 'line-1',
  reason: 'Sermaye ödemesi',
  actor: { uid: 'finance-1', role: 'finance', auditId: 'audit-1' },
};

test('dismissing, whole', () => {
  expect(dismissBankTransaction({ bankTransaction: aBankTransaction() }, command)).toEqual({
    writes: [
      { op: 'update', path: 'bankTransactions/line-1', fields: { status: 'DISMISSED' } },
      {
        op: 'create',
        path: 'auditLog/audit-1',
        fields: {
          actorId: 'finance-1',
          actorRole: 'finance',
          action: 'finance.dismissBankTransaction',
          subject: 'bankTransactions/line-1',
          reason: 'Sermaye ödemesi',
        },
      },
    ],
    result: { bankTransactionId: 'line-1' },
  });
});

test('dismissing again changes nothing', () => {
  const bankTransaction = aBankTransaction({ status: 'DISMISSED' });
  expect(dismissBankTransaction({ bankTransaction }, command).writes).toEqual([]);
});

test.each([
  ['no such line', null, 'BANK_TRANSACTION_NOT_FOUND'],
  ['a line that became a payment', aBankTransaction({ status: 'MATCHED' }), 'BANK_TRANSACTION_SETTLED'],
])('refuses %s', (_edge, bankTransaction, code) => {
  expect(thrownBy(() => dismissBankTransaction({ bankTransaction }, command))).toEqual({
    code,
    facts: { bankTransactionId: 'line-1' },
  });
});
