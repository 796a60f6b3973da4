import { minorUnits } from '../../functions/src/core/money';
import { renderInvoicePdf } from '../../functions/src/invoices/pdf/render-invoice';
import { anInvoice, anInvoiceItem } from '../../functions/src/invoices/testing/invoice-factory';
import type { InvoiceItem } from '../../functions/src/schema/invoice';
import { recordDrawing, replay } from '../fixtures/drawing';
import type { Figure } from '../harness/figure';
import { interleave, milliseconds } from '../harness/interleave';

/**
 * `pdf.10`, `pdf.500`: milliseconds to draw an invoice of so many lines. The baseline draws the same text in the
 * same fonts at the same places with calls to pdfkit that were written down before: no layout, no formats, no lines.
 */
export const pdf: Figure[] = [10, 500].map((lines) => ({
  name: `pdf.${lines}`,
  unit: 'ms',
  target: { atMost: 1.2 },
  measure: async () => {
    const invoice = { ...anInvoice({ items: items(lines) }), id: 'bench' };
    const drawing = await recordDrawing(() => renderInvoicePdf(invoice));
    return interleave({
      rounds: lines > 100 ? 21 : 151,
      warmUps: lines > 100 ? 3 : 20,
      subject: () => milliseconds(() => renderInvoicePdf(invoice)),
      baseline: () => milliseconds(() => replay(drawing)),
    });
  },
}));

const NAMES = [
  'Yönetilen sunucu, aylık bakım ve yedekleme',
  'Nesne depolama, GB başına',
  'Öncelikli destek, saat başına',
  'Alan adı yenileme, bir yıl, gizlilik koruması ve DNSSEC ile birlikte, otomatik yenileme açık',
];

/** Lines that differ as real ones do: names, periods, quantities, prices. */
function items(count: number): InvoiceItem[] {
  return Array.from({ length: count }, (_, index) =>
    anInvoiceItem({
      description: `${NAMES[index % NAMES.length] ?? ''} (hizmet no. ${1000 + index})`,
      quantity: 1 + (index % 7) / 2,
      unitPrice: minorUnits(1_000 + index * 137),
      taxRate: index % 5 === 0 ? 10 : 20,
    }),
  );
}
