import { minorUnits } from '../../core/money';
import { invoiceStatus } from '../../schema/invoice';
import { anInvoice } from '../testing/invoice-factory';
import { markOverdue } from './mark-overdue';

/** The invoice of the factory is due on 20 March 2026 in Istanbul. */
const LAST_MOMENT = new Date('2026-03-20T20:59:59.999Z');
const DAY_AFTER = new Date('2026-03-20T21:00:00Z');
const command = { invoiceId: 'invoice-1' };

test('the day after the due date it is overdue, and other modules hear of it', () => {
  expect(markOverdue({ invoice: anInvoice() }, command, DAY_AFTER)).toEqual({
    writes: [
      { op: 'update', path: 'invoices/invoice-1', fields: { status: 'OVERDUE' } },
      {
        op: 'create',
        path: 'events/invoice.overdue_invoice-1',
        fields: {
          type: 'invoice.overdue',
          occurredAt: DAY_AFTER,
          invoiceId: 'invoice-1',
          userId: 'user-1',
          organizationId: null,
          amount: 360_000,
          currency: 'TRY',
        },
      },
    ],
    result: true,
  });
});

test('until the last moment of the due date it is not', () => {
  const nothing = { writes: [], result: false };
  expect(markOverdue({ invoice: anInvoice() }, command, LAST_MOMENT)).toEqual(nothing);
});

test.each(invoiceStatus.options)('%s, long after', (status) => {
  const invoice = anInvoice({ status, ...(status === 'PARTIAL' && { amountPaid: minorUnits(100) }) });
  const { result } = markOverdue({ invoice }, command, new Date('2027-01-01T00:00:00Z'));
  expect(result).toBe(status === 'PENDING' || status === 'PARTIAL');
});

test('an invoice that is not there', () => {
  expect(markOverdue({ invoice: null }, command, DAY_AFTER)).toEqual({ writes: [], result: false });
});
