import { anInvoice } from '../../../invoices/testing/invoice-factory';
import { aBankTransaction } from '../testing/bank-transaction-factory';
import { aStatementLine } from '../testing/statement-factory';
import { importLines } from './import-lines';

const actor = { uid: 'finance-1', role: 'finance', auditId: 'audit-1' };
const lines = [
  { id: 'line-1', line: aStatementLine() },
  { id: 'line-2', line: aStatementLine({ bankReference: null, remittance: 'Havale' }) },
];
const named = [{ id: 'invoice-1', invoice: anInvoice({ invoiceNumber: 'HYB-202603-0001' }) }];
const candidates = { named, fitting: [] };

test('new lines, whole: each with its proposal, and one record of the act', () => {
  expect(importLines({ existing: [null, null], candidates }, { lines, prefix: 'HYB', actor })).toEqual({
    writes: [
      {
        op: 'create',
        path: 'bankTransactions/line-1',
        fields: {
          account: 'TR330006100519786457841326',
          bankReference: 'FT26063001',
          bookedOn: new Date('2026-03-08T21:00:00Z'),
          amount: 12_000,
          currency: 'TRY',
          payer: 'AYŞE YILMAZ',
          remittance: 'HYB-202603-0001 fatura ödemesi',
          status: 'OPEN',
          proposal: { invoiceIds: ['invoice-1'], basis: 'NUMBER' },
          paymentId: null,
        },
      },
      {
        op: 'create',
        path: 'bankTransactions/line-2',
        fields: {
          account: 'TR330006100519786457841326',
          bankReference: null,
          bookedOn: new Date('2026-03-08T21:00:00Z'),
          amount: 12_000,
          currency: 'TRY',
          payer: 'AYŞE YILMAZ',
          remittance: 'Havale',
          status: 'OPEN',
          proposal: null,
          paymentId: null,
        },
      },
      {
        op: 'create',
        path: 'auditLog/audit-1',
        fields: {
          actorId: 'finance-1',
          actorRole: 'finance',
          action: 'finance.importBankStatement',
          subject: 'bankTransactions',
          reason: null,
        },
      },
    ],
    result: { imported: 2, known: 0 },
  });
});

test('a line that is known stays as finance left it', () => {
  const existing = [aBankTransaction({ status: 'DISMISSED' }), null];
  const { writes, result } = importLines({ existing, candidates }, { lines, prefix: 'HYB', actor });
  expect(writes.map(({ path }) => path)).toEqual(['bankTransactions/line-2', 'auditLog/audit-1']);
  expect(result).toEqual({ imported: 1, known: 1 });
});

test('an import that brings nothing new writes nothing', () => {
  const existing = [aBankTransaction(), aBankTransaction()];
  expect(importLines({ existing, candidates }, { lines, prefix: 'HYB', actor })).toEqual({
    writes: [],
    result: { imported: 0, known: 2 },
  });
});
