import type { CreditNote } from '../../schema/credit-note';
import type { TaxSubtotal } from '../../schema/invoice';
import { add } from '../../core/money';
import type { DocumentContent, Row } from './document-content';
import { formatsFor } from './format';
import type { Formats } from './format';
import { labels } from './labels';
import type { Labels } from './labels';
import { partyContent } from './party-content';

/** A credit note's content, in the language of its invoice: a line for each rate of VAT that it takes back. */
export function creditNoteContent(creditNote: CreditNote): DocumentContent {
  const words = labels[creditNote.locale];
  const formats = formatsFor(creditNote.locale, creditNote.currency);
  const { money, date } = formats;
  const { creditNoteNumber, invoiceNumber, reason, seller, buyer } = creditNote;
  return {
    title: words.creditNote,
    mark: null,
    facts: [
      { label: words.creditNoteNumber, value: creditNoteNumber },
      { label: words.issueDate, value: date(creditNote.issueDate) },
      { label: words.ofInvoice, value: invoiceNumber },
      { label: words.currency, value: creditNote.currency },
    ],
    parties: [
      partyContent(words.seller, seller, words, formats),
      partyContent(words.buyer, buyer, words, formats),
    ],
    headline: { text: money(creditNote.total), detail: words.creditedOf(invoiceNumber) },
    columns: {
      description: words.description,
      figures: [
        { text: words.taxBase, hint: words.taxExcluded },
        { text: words.tax },
        { text: words.lineTotal, hint: words.taxIncluded },
      ],
    },
    rows: creditNote.taxes.map((tax) => row(tax, words, formats)),
    totals: [
      { label: words.subtotal, value: money(creditNote.subtotal), isStrong: false },
      { label: words.taxTotal, value: money(creditNote.taxTotal), isStrong: false },
      { label: words.creditedTotal, value: money(creditNote.total), isStrong: true },
    ],
    notes: reason === null ? null : { heading: words.reason, text: reason },
    reference: `${words.creditNote} ${creditNoteNumber}`,
    legalNote: words.notElectronicCreditNote,
    pageLabel: words.page,
  };
}

function row({ rate, base, amount }: TaxSubtotal, words: Labels, formats: Formats): Row {
  return {
    description: words.creditedPart(formats.rate(rate)),
    figures: [base, amount, add(base, amount)].map(formats.money),
  };
}
