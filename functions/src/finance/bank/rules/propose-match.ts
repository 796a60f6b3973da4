import { add } from '../../../core/money';
import type { InvoiceWithId } from '../../../invoices/rules/settle-invoice';
import type { BankMatch } from '../../../schema/bank-transaction';
import { invoiceNumbersIn } from './invoice-numbers';
import type { StatementLine } from './statement';

/** What was found in the database for a file's lines. */
export interface Candidates {
  /** Invoices whose numbers the lines name, whatever their status. */
  readonly named: readonly InvoiceWithId[];
  /** Open invoices of exactly an amount that came in; two of one amount are enough to know that there is a choice. */
  readonly fitting: readonly InvoiceWithId[];
}

/**
 * The invoices that money may be for. A number that the payer wrote says more than an amount, so that a fitting
 * amount counts only where no known number is written. Of the invoices named, those that are settled already are
 * left out while others are open; when all are settled they still tell whose the money is.
 * Null when nothing points to one customer's invoices in this currency.
 */
export function proposeMatch(
  { amount, currency, remittance }: Pick<StatementLine, 'amount' | 'currency' | 'remittance'>,
  candidates: Candidates,
  prefix: string,
): BankMatch | null {
  const named = invoiceNumbersIn(remittance, prefix).flatMap((number) =>
    candidates.named.filter(({ invoice }) => invoice.invoiceNumber === number),
  );
  if (named.length > 0) {
    if (!isOneCustomers(named, currency)) return null;
    const open = named.filter(({ invoice }) => invoice.amountDue > 0);
    const meant = open.length > 0 ? open : named;
    const fits = add(...meant.map(({ invoice }) => invoice.amountDue)) === amount;
    return { invoiceIds: meant.map(({ id }) => id), basis: fits ? 'NUMBER_AND_AMOUNT' : 'NUMBER' };
  }
  const fitting = candidates.fitting.filter(
    ({ invoice }) => invoice.currency === currency && invoice.amountDue === amount,
  );
  const [only] = fitting;
  return fitting.length === 1 && only ? { invoiceIds: [only.id], basis: 'AMOUNT' } : null;
}

function isOneCustomers(invoices: readonly InvoiceWithId[], currency: string): boolean {
  const [first] = invoices;
  return invoices.every(
    ({ invoice }) =>
      invoice.currency === currency &&
      invoice.userId === first?.invoice.userId &&
      invoice.organizationId === first.invoice.organizationId,
  );
}
