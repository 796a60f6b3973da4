import type { Locale } from '../../schema/common';
import type { InvoiceStatus } from '../../schema/invoice';

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
  /** The mark beside the title; an open invoice has none. */
  readonly mark: Record<InvoiceStatus, string | null>;
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
    mark: {
      DRAFT: 'TASLAK',
      PENDING: null,
      PAID: 'ÖDENDİ',
      PARTIAL: null,
      OVERDUE: null,
      CANCELLED: 'İPTAL EDİLDİ',
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
    mark: {
      DRAFT: 'DRAFT',
      PENDING: null,
      PAID: 'PAID',
      PARTIAL: null,
      OVERDUE: null,
      CANCELLED: 'CANCELLED',
    },
  },
};
