import { invoice as invoiceSchema, invoiceStatus } from '../../schema/invoice';
import { anInvoice, anInvoiceItem } from './invoice-factory';

test.each(invoiceStatus.options)('%s: a valid document whose sums agree', (status) => {
  const invoice = anInvoice({ status });
  expect(invoiceSchema.parse(invoice)).toEqual(invoice);
  expect(invoice.total).toBe(invoice.subtotal + invoice.taxTotal);
  expect(invoice.total).toBe(invoice.items.reduce((sum, item) => sum + item.total, 0));
  expect(invoice.amountDue).toBe(status === 'CANCELLED' ? 0 : invoice.total - invoice.amountPaid);
});

test('sums follow from overridden items', () => {
  const items = [anInvoiceItem({ quantity: 3, taxRate: 10 }), anInvoiceItem()];
  expect(anInvoice({ items })).toMatchObject({
    items,
    subtotal: 400_000,
    taxes: [
      { rate: 10, base: 300_000, amount: 30_000 },
      { rate: 20, base: 100_000, amount: 20_000 },
    ],
    taxTotal: 50_000,
    total: 450_000,
    amountDue: 450_000,
  });
});
