import { minorUnits } from '../../core/money';
import { creditNote as creditNoteSchema } from '../../schema/credit-note';
import { aCreditNote } from '../testing/credit-note-factory';
import { anInvoice, anInvoiceItem } from '../testing/invoice-factory';
import { creditNoteContent } from './credit-note-content';
import { invoiceContent } from './invoice-content';

test('everything that a Turkish credit note names, in order', () => {
  const creditNote = aCreditNote({ reason: 'Hizmet üç gün verilemedi.' });
  expect(creditNoteSchema.parse(creditNote)).toEqual(creditNote);
  const { pageLabel, parties, ...content } = creditNoteContent(creditNote);
  expect(pageLabel(1, 1)).toBe('Sayfa 1 / 1');
  expect(parties).toEqual(invoiceContent(anInvoice()).parties);
  expect(content).toEqual({
    title: 'İade / Düzeltme Kaydı',
    mark: null,
    facts: [
      { label: 'Kayıt numarası', value: 'HYB-CN-202603-0007' },
      { label: 'Düzenleme tarihi', value: '15.03.2026' },
      { label: 'İlgili fatura', value: 'HYB-202603-0042' },
      { label: 'Para birimi', value: 'TRY' },
    ],
    headline: { text: '₺1.200,00', detail: 'HYB-202603-0042 numaralı faturadan düşülen tutar' },
    columns: {
      description: 'Açıklama',
      figures: [{ text: 'Matrah', hint: 'KDV hariç' }, { text: 'KDV' }, { text: 'Tutar', hint: 'KDV dâhil' }],
    },
    rows: [
      {
        description: 'Faturanın KDV %20 oranlı kısmından iade',
        figures: ['₺1.000,00', '₺200,00', '₺1.200,00'],
      },
    ],
    totals: [
      { label: 'Ara toplam', value: '₺1.000,00', isStrong: false },
      { label: 'KDV toplamı', value: '₺200,00', isStrong: false },
      { label: 'Toplam iade', value: '₺1.200,00', isStrong: true },
    ],
    notes: { heading: 'İade nedeni', text: 'Hizmet üç gün verilemedi.' },
    reference: 'İade / Düzeltme Kaydı HYB-CN-202603-0007',
    legalNote: 'İşletme içi kayıttır; e-Belge değildir, iade faturası veya gider pusulası yerine geçmez.',
  });
});

test('the same in English, without a reason', () => {
  const { facts, headline, rows, totals, notes, title } = creditNoteContent(aCreditNote({ locale: 'en' }));
  expect(title).toBe('Credit note');
  expect(facts).toEqual([
    { label: 'Credit note number', value: 'HYB-CN-202603-0007' },
    { label: 'Issue date', value: '15 Mar 2026' },
    { label: 'Invoice', value: 'HYB-202603-0042' },
    { label: 'Currency', value: 'TRY' },
  ]);
  expect(headline).toEqual({ text: '₺1,200.00', detail: 'Taken off invoice HYB-202603-0042' });
  expect(rows).toEqual([
    {
      description: 'Refund of what the invoice charged with 20% VAT',
      figures: ['₺1,000.00', '₺200.00', '₺1,200.00'],
    },
  ]);
  expect(totals.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Subtotal: ₺1,000.00',
    'Total VAT: ₺200.00',
    'Total refunded: ₺1,200.00',
  ]);
  expect(notes).toBeNull();
});

test('a line for each rate of VAT, which add up to the sums', () => {
  const of = anInvoice({ items: [1, 20].map((taxRate) => anInvoiceItem({ taxRate })) });
  const { rows, totals } = creditNoteContent(aCreditNote({}, { of, amount: minorUnits(110_500) }));
  expect(rows.map(({ figures }) => figures)).toEqual([
    ['₺500,00', '₺5,00', '₺505,00'],
    ['₺500,00', '₺100,00', '₺600,00'],
  ]);
  expect(totals.map(({ value }) => value)).toEqual(['₺1.000,00', '₺105,00', '₺1.105,00']);
});
