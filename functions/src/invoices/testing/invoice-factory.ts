import { minorUnits, subtract, ZERO } from '../../core/money';
import { startOfDay } from '../../core/calendar';
import type { Invoice, InvoiceItem, Party } from '../../schema/invoice';
import { totalInvoice } from '../rules/total-invoice';

const SELLER: Party = {
  name: 'Hyble Bilişim Teknolojileri A.Ş.',
  email: 'fatura@hyble.example',
  country: 'TR',
  address: 'Büyükdere Caddesi No: 185 Kat: 12\n34394 Şişli / İstanbul',
  taxId: '4530297810',
  taxOffice: 'Zincirlikuyu',
};

const BUYER: Party = {
  name: 'Çağdaş Işık Yazılım Ltd. Şti.',
  email: 'muhasebe@cagdasisik.example',
  country: 'TR',
  address: 'Üniversiteler Mahallesi 1596. Cadde No: 6\n06800 Çankaya / Ankara',
  taxId: '2340567890',
  taxOffice: 'Doğanbey',
};

const ITEMS = [
  anInvoiceItem(),
  anInvoiceItem({
    productId: 'support',
    description: 'Öncelikli destek, saat başına',
    quantity: 2.5,
    unitPrice: minorUnits(80_000),
  }),
];

/** A line of one unit at 1.000,00 with 20 % VAT; tax and total follow from what is overridden. */
export function anInvoiceItem(override: Partial<InvoiceItem> = {}): InvoiceItem {
  const { items } = totalInvoice([
    {
      productId: 'hosting',
      description: 'Yönetilen sunucu, aylık bakım ve yedekleme',
      quantity: 1,
      unitPrice: minorUnits(100_000),
      taxRate: 20,
      ...override,
    },
  ]);
  const [item] = items;
  if (item === undefined) throw new Error('One line makes one item');
  return { ...item, ...override };
}

/**
 * An issued invoice of two lines, 3.600,00 TRY, nothing paid. Sums follow from overridden items, and the parts
 * that a status implies (number, dates, amounts paid and due, parties) from an overridden status; whatever else
 * is given wins.
 */
export function anInvoice(override: Partial<Invoice> = {}): Invoice {
  const { status = 'PENDING' } = override;
  const { items, ...totals } = totalInvoice(override.items ?? ITEMS);
  const issueDate = new Date('2026-03-05T09:30:00Z');
  const amountPaid = override.amountPaid ?? (status === 'PAID' ? totals.total : ZERO);
  return {
    invoiceNumber: status === 'DRAFT' ? null : 'HYB-202603-0042',
    type: 'STANDARD',
    userId: 'user-1',
    organizationId: null,
    subscriptionId: null,
    items: [...items],
    subtotal: totals.subtotal,
    taxRate: 20,
    taxes: [...totals.taxes],
    taxTotal: totals.taxTotal,
    total: totals.total,
    amountPaid,
    amountCredited: ZERO,
    amountDue: status === 'CANCELLED' ? ZERO : subtract(totals.total, amountPaid),
    currency: 'TRY',
    locale: 'tr',
    status,
    issueDate: status === 'DRAFT' ? null : issueDate,
    dueDate: startOfDay('2026-03-20'),
    paidAt: status === 'PAID' ? new Date('2026-03-12T14:05:00Z') : null,
    cancelledAt: status === 'CANCELLED' ? new Date('2026-03-10T08:00:00Z') : null,
    processingPaymentIds: [],
    notes: null,
    seller: status === 'DRAFT' ? null : SELLER,
    buyer: status === 'DRAFT' ? null : BUYER,
    createdAt: new Date('2026-03-04T12:00:00Z'),
    updatedAt: issueDate,
    ...override,
  };
}
