import { subtract, ZERO } from '../../core/money';
import type { Invoice, InvoiceItem } from '../../schema/invoice';
import type { DocumentContent, Labelled, Mark, Row, Total } from './document-content';
import { formatsFor } from './format';
import type { Formats } from './format';
import { labels } from './labels';
import type { Labels } from './labels';
import { partyContent } from './party-content';

/** An invoice's content, in its language. */
export function invoiceContent(invoice: Invoice): DocumentContent {
  const words = labels[invoice.locale];
  const formats = formatsFor(invoice.locale, invoice.currency);
  const title = invoice.invoiceNumber === null ? words.draftInvoice : words.invoice;
  return {
    title,
    mark: mark(invoice, words),
    facts: facts(invoice, words, formats),
    parties: [
      ...(invoice.seller ? [partyContent(words.seller, invoice.seller, words, formats)] : []),
      ...(invoice.buyer ? [partyContent(words.buyer, invoice.buyer, words, formats)] : []),
    ],
    headline: headline(invoice, words, formats),
    columns: {
      description: words.description,
      figures: [
        { text: words.quantity },
        { text: words.unitPrice, hint: words.taxExcluded },
        { text: words.tax },
        { text: words.lineTotal, hint: words.taxIncluded },
      ],
    },
    rows: invoice.items.map((item) => row(item, formats)),
    totals: totals(invoice, words, formats),
    notes: invoice.notes === null ? null : { heading: words.notes, text: invoice.notes },
    reference: invoice.invoiceNumber === null ? title : `${title} ${invoice.invoiceNumber}`,
    legalNote: words.notElectronicInvoice,
    pageLabel: words.page,
  };
}

function mark(invoice: Invoice, { mark }: Labels): Mark | null {
  switch (invoice.status) {
    case 'DRAFT':
      return { text: mark.draft, tone: 'draft' };
    case 'PENDING':
    case 'PARTIAL':
    case 'OVERDUE':
      return null;
    case 'PAID':
      return isRefunded(invoice)
        ? { text: mark.refunded, tone: 'neutral' }
        : { text: mark.paid, tone: 'good' };
    case 'CANCELLED':
      return { text: mark.cancelled, tone: 'bad' };
  }
}

/** Whether credit notes took all of it back. */
function isRefunded({ amountCredited, total }: Invoice): boolean {
  return amountCredited > 0 && amountCredited === total;
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

function headline(invoice: Invoice, words: Labels, { money, date }: Formats): DocumentContent['headline'] {
  switch (invoice.status) {
    case 'DRAFT':
      return { text: money(invoice.total), detail: words.notIssued };
    case 'PENDING':
    case 'PARTIAL':
    case 'OVERDUE':
      return { text: money(invoice.amountDue), detail: words.dueOn(date(invoice.dueDate)) };
    case 'PAID':
      return { text: money(invoice.amountPaid), detail: paidDetail(invoice, words, { money, date }) };
    case 'CANCELLED':
      return {
        text: words.cancelled,
        detail: invoice.cancelledAt === null ? '' : words.cancelledOn(date(invoice.cancelledAt)),
      };
  }
}

function paidDetail(
  invoice: Invoice,
  words: Labels,
  { money, date }: Pick<Formats, 'money' | 'date'>,
): string {
  const { paidAt, amountCredited } = invoice;
  if (amountCredited === 0) return paidAt === null ? words.amountPaid : words.paidOn(date(paidAt));
  const credited = words.creditedSince(money(amountCredited));
  return paidAt === null || isRefunded(invoice) ? credited : `${words.wasPaidOn(date(paidAt))} ${credited}`;
}

function row(item: InvoiceItem, { money, quantity, rate }: Formats): Row {
  return {
    description: item.description,
    figures: [quantity(item.quantity), money(item.unitPrice), rate(item.taxRate), money(item.total)],
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
      : [
          // Money that went back, with the part of the sale that it was for.
          ...(invoice.amountCredited === 0
            ? []
            : [line(words.amountCredited, subtract(ZERO, invoice.amountCredited))]),
          line(words.amountPaid, invoice.amountPaid),
          line(words.amountDue, invoice.amountDue, true),
        ]),
  ];
}
