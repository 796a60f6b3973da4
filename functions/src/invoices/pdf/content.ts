import type { Invoice, InvoiceItem, InvoiceStatus } from '../../schema/invoice';
import { formatsFor } from './format';
import type { Formats } from './format';
import { labels } from './labels';
import type { Labels } from './labels';
import { partyContent } from './party-content';
import type { PartyContent } from './party-content';

/** What an invoice says, in the order in which it is read; where it stands is for the drawing to decide. */
export interface InvoiceContent {
  readonly title: string;
  readonly mark: Mark | null;
  readonly facts: readonly Labelled[];
  readonly parties: readonly PartyContent[];
  /** The one thing to know: what is owed until when, or why nothing is. */
  readonly headline: { readonly text: string; readonly detail: string };
  readonly columns: Columns;
  readonly rows: readonly Row[];
  readonly totals: readonly Total[];
  readonly notes: { readonly heading: string; readonly text: string } | null;
  /** Names the document on every page. */
  readonly reference: string;
  readonly legalNote: string;
  readonly pageLabel: (number: number, of: number) => string;
}

export interface Mark {
  readonly text: string;
  readonly status: InvoiceStatus;
}

export interface Labelled {
  readonly label: string;
  readonly value: string;
}

export interface Total extends Labelled {
  readonly isStrong: boolean;
}

export interface ColumnHead {
  readonly text: string;
  readonly hint?: string;
}

/** The columns of figures, from left to right; the description stands before them. */
export const FIGURES = ['quantity', 'unitPrice', 'taxRate', 'total'] as const;
type Cell = 'description' | (typeof FIGURES)[number];
export type Columns = Readonly<Record<Cell, ColumnHead>>;
export type Row = Readonly<Record<Cell, string>>;

export function invoiceContent(invoice: Invoice): InvoiceContent {
  const words = labels[invoice.locale];
  const formats = formatsFor(invoice.locale, invoice.currency);
  const mark = words.mark[invoice.status];
  const title = invoice.invoiceNumber === null ? words.draftInvoice : words.invoice;
  return {
    title,
    mark: mark === null ? null : { text: mark, status: invoice.status },
    facts: facts(invoice, words, formats),
    parties: [
      ...(invoice.seller ? [partyContent(words.seller, invoice.seller, words, formats)] : []),
      ...(invoice.buyer ? [partyContent(words.buyer, invoice.buyer, words, formats)] : []),
    ],
    headline: headline(invoice, words, formats),
    columns: {
      description: { text: words.description },
      quantity: { text: words.quantity },
      unitPrice: { text: words.unitPrice, hint: words.taxExcluded },
      taxRate: { text: words.tax },
      total: { text: words.lineTotal, hint: words.taxIncluded },
    },
    rows: invoice.items.map((item) => row(item, formats)),
    totals: totals(invoice, words, formats),
    notes: invoice.notes === null ? null : { heading: words.notes, text: invoice.notes },
    reference: invoice.invoiceNumber === null ? title : `${title} ${invoice.invoiceNumber}`,
    legalNote: words.notElectronicInvoice,
    pageLabel: words.page,
  };
}

function facts(invoice: Invoice, words: Labels, { date }: Formats): Labelled[] {
  const { invoiceNumber, issueDate, dueDate, paidAt, cancelledAt, currency } = invoice;
  return [
    ...(invoiceNumber === null ? [] : [{ label: words.invoiceNumber, value: invoiceNumber }]),
    ...(issueDate === null ? [] : [{ label: words.issueDate, value: date(issueDate) }]),
    { label: words.dueDate, value: date(dueDate) },
    ...(paidAt === null ? [] : [{ label: words.paymentDate, value: date(paidAt) }]),
    ...(cancelledAt === null ? [] : [{ label: words.cancellationDate, value: date(cancelledAt) }]),
    { label: words.currency, value: currency },
  ];
}

function headline(invoice: Invoice, words: Labels, { money, date }: Formats): InvoiceContent['headline'] {
  switch (invoice.status) {
    case 'DRAFT':
      return { text: money(invoice.total), detail: words.notIssued };
    case 'PENDING':
    case 'PARTIAL':
    case 'OVERDUE':
      return { text: money(invoice.amountDue), detail: words.dueOn(date(invoice.dueDate)) };
    case 'PAID':
      return {
        text: money(invoice.amountPaid),
        detail: invoice.paidAt === null ? words.amountPaid : words.paidOn(date(invoice.paidAt)),
      };
    case 'CANCELLED':
      return {
        text: words.cancelled,
        detail: invoice.cancelledAt === null ? '' : words.cancelledOn(date(invoice.cancelledAt)),
      };
  }
}

function row(item: InvoiceItem, { money, quantity, rate }: Formats): Row {
  return {
    description: item.description,
    quantity: quantity(item.quantity),
    unitPrice: money(item.unitPrice),
    taxRate: rate(item.taxRate),
    total: money(item.total),
  };
}

function totals(invoice: Invoice, words: Labels, { money, rate }: Formats): Total[] {
  const line = (label: string, amount: number, isStrong = false) => ({
    label,
    value: money(amount),
    isStrong,
  });
  return [
    line(words.subtotal, invoice.subtotal),
    ...invoice.taxes.map((tax) => line(words.taxOfBase(rate(tax.rate), money(tax.base)), tax.amount)),
    ...(invoice.taxes.length > 1 ? [line(words.taxTotal, invoice.taxTotal)] : []),
    line(words.total, invoice.total, true),
    // Nothing is due on a draft, whatever its total.
    ...(invoice.status === 'DRAFT'
      ? []
      : [line(words.amountPaid, invoice.amountPaid), line(words.amountDue, invoice.amountDue, true)]),
  ];
}
