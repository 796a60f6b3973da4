import type { Locale } from '../../schema/common';

/**
 * Every word on the document. Turkish sentences put a noun after each placeholder ("05.03.2026 tarihinde"),
 * since a suffix on the value itself would have to follow its last vowel. Capitals are written out, never
 * computed: `toUpperCase` turns "iptal" into "IPTAL".
 */
export interface Labels {
  readonly invoice: string;
  readonly draftInvoice: string;
  readonly invoiceNumber: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly paymentDate: string;
  readonly cancellationDate: string;
  readonly currency: string;
  readonly seller: string;
  readonly buyer: string;
  readonly taxOffice: string;
  /** Number of a Turkish company, ten digits. */
  readonly vkn: string;
  /** Number of a Turkish citizen, eleven digits. */
  readonly tckn: string;
  readonly foreignTaxId: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly tax: string;
  readonly lineTotal: string;
  readonly taxExcluded: string;
  readonly taxIncluded: string;
  readonly subtotal: string;
  readonly taxOfBase: (rate: string, base: string) => string;
  readonly taxTotal: string;
  readonly total: string;
  readonly amountPaid: string;
  readonly amountDue: string;
  readonly dueOn: (date: string) => string;
  readonly paidOn: (date: string) => string;
  readonly cancelled: string;
  readonly cancelledOn: (date: string) => string;
  readonly notIssued: string;
  readonly notes: string;
  readonly page: (number: number, of: number) => string;
  readonly notElectronicInvoice: string;
  /** On an invoice: what credit notes took back of it. */
  readonly amountCredited: string;
  readonly wasPaidOn: (date: string) => string;
  readonly creditedSince: (amount: string) => string;
  /** Our record of a refund. It must not be taken for a document in the sense of tax law. */
  readonly creditNote: string;
  readonly creditNoteNumber: string;
  /** The number of the invoice that a credit note takes back from. */
  readonly ofInvoice: string;
  readonly creditedOf: (invoiceNumber: string) => string;
  readonly creditedPart: (rate: string) => string;
  readonly taxBase: string;
  readonly creditedTotal: string;
  readonly reason: string;
  readonly notElectronicCreditNote: string;
  /** The mark beside the title; an open invoice has none. */
  readonly mark: Record<'draft' | 'paid' | 'refunded' | 'cancelled', string>;
}

export const labels: Record<Locale, Labels> = {
  tr: {
    invoice: 'Fatura',
    draftInvoice: 'Taslak fatura',
    invoiceNumber: 'Fatura numarası',
    issueDate: 'Düzenleme tarihi',
    dueDate: 'Vade tarihi',
    paymentDate: 'Ödeme tarihi',
    cancellationDate: 'İptal tarihi',
    currency: 'Para birimi',
    seller: 'Satıcı',
    buyer: 'Alıcı',
    taxOffice: 'Vergi dairesi',
    vkn: 'VKN',
    tckn: 'TCKN',
    foreignTaxId: 'Vergi numarası',
    description: 'Açıklama',
    quantity: 'Miktar',
    unitPrice: 'Birim fiyat',
    tax: 'KDV',
    lineTotal: 'Tutar',
    taxExcluded: 'KDV hariç',
    taxIncluded: 'KDV dâhil',
    subtotal: 'Ara toplam',
    taxOfBase: (rate, base) => `KDV ${rate} (matrah ${base})`,
    taxTotal: 'KDV toplamı',
    total: 'Genel toplam',
    amountPaid: 'Ödenen tutar',
    amountDue: 'Kalan tutar',
    dueOn: (date) => `Kalan tutar · Vade tarihi: ${date}`,
    paidOn: (date) => `${date} tarihinde ödendi. Teşekkür ederiz.`,
    cancelled: 'Fatura iptal edildi',
    cancelledOn: (date) => `${date} tarihinde iptal edildi; ödeme yapmanız gerekmez.`,
    notIssued: 'Taslak henüz kesilmedi; ödeme yapmanız gerekmez.',
    notes: 'Notlar',
    page: (number, of) => `Sayfa ${number} / ${of}`,
    notElectronicInvoice: 'Bilgi amaçlıdır; e-Fatura veya e-Arşiv Fatura yerine geçmez.',
    amountCredited: 'İade edilen tutar',
    wasPaidOn: (date) => `${date} tarihinde ödendi.`,
    creditedSince: (amount) => `${amount} tutarında iade yapıldı.`,
    creditNote: 'İade / Düzeltme Kaydı',
    creditNoteNumber: 'Kayıt numarası',
    ofInvoice: 'İlgili fatura',
    creditedOf: (invoiceNumber) => `${invoiceNumber} numaralı faturadan düşülen tutar`,
    creditedPart: (rate) => `Faturanın KDV ${rate} oranlı kısmından iade`,
    taxBase: 'Matrah',
    creditedTotal: 'Toplam iade',
    reason: 'İade nedeni',
    notElectronicCreditNote:
      'İşletme içi kayıttır; e-Belge değildir, iade faturası veya gider pusulası yerine geçmez.',
    mark: {
      draft: 'TASLAK',
      paid: 'ÖDENDİ',
      refunded: 'İADE EDİLDİ',
      cancelled: 'İPTAL EDİLDİ',
    },
  },
  en: {
    invoice: 'Invoice',
    draftInvoice: 'Draft invoice',
    invoiceNumber: 'Invoice number',
    issueDate: 'Issue date',
    dueDate: 'Due date',
    paymentDate: 'Payment date',
    cancellationDate: 'Cancellation date',
    currency: 'Currency',
    seller: 'From',
    buyer: 'Bill to',
    taxOffice: 'Tax office',
    vkn: 'Tax number (VKN)',
    tckn: 'ID number (TCKN)',
    foreignTaxId: 'Tax number',
    description: 'Description',
    quantity: 'Quantity',
    unitPrice: 'Unit price',
    tax: 'VAT',
    lineTotal: 'Amount',
    taxExcluded: 'excl. VAT',
    taxIncluded: 'incl. VAT',
    subtotal: 'Subtotal',
    taxOfBase: (rate, base) => `VAT ${rate} (on ${base})`,
    taxTotal: 'Total VAT',
    total: 'Total',
    amountPaid: 'Amount paid',
    amountDue: 'Amount due',
    dueOn: (date) => `Amount due by ${date}`,
    paidOn: (date) => `Paid on ${date}. Thank you.`,
    cancelled: 'Invoice cancelled',
    cancelledOn: (date) => `Cancelled on ${date}; no payment is needed.`,
    notIssued: 'This draft is not issued yet; no payment is needed.',
    notes: 'Notes',
    page: (number, of) => `Page ${number} / ${of}`,
    notElectronicInvoice: 'For information only; it does not replace a Turkish e-Fatura or e-Arşiv invoice.',
    amountCredited: 'Refunded',
    wasPaidOn: (date) => `Paid on ${date}.`,
    creditedSince: (amount) => `${amount} has been refunded.`,
    creditNote: 'Credit note',
    creditNoteNumber: 'Credit note number',
    ofInvoice: 'Invoice',
    creditedOf: (invoiceNumber) => `Taken off invoice ${invoiceNumber}`,
    creditedPart: (rate) => `Refund of what the invoice charged with ${rate} VAT`,
    taxBase: 'Net',
    creditedTotal: 'Total refunded',
    reason: 'Reason',
    notElectronicCreditNote:
      'An internal record; it is no e-document and replaces neither a Turkish return invoice nor an expense voucher.',
    mark: {
      draft: 'DRAFT',
      paid: 'PAID',
      refunded: 'REFUNDED',
      cancelled: 'CANCELLED',
    },
  },
};
