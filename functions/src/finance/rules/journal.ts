import type { Fields, Write } from '../../core/decision';
import { create } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { add, ZERO } from '../../core/money';
import type { Invoice } from '../../schema/invoice';
import type { Account, JournalEntry, JournalLine } from '../../schema/journal';
import type { GatewayName, Payment } from '../../schema/payment';
import { paths } from '../../schema/paths';

type Entry = Fields<JournalEntry>;

const debit = (account: Account, amount: MinorUnits): JournalLine => ({
  account,
  debit: amount,
  credit: ZERO,
});
const credit = (account: Account, amount: MinorUnits): JournalLine => ({
  account,
  debit: ZERO,
  credit: amount,
});

/** Where the money of each way to pay lies. */
const CASH = { stripe: 'cash.stripe', paytr: 'cash.paytr', bank: 'cash.bank' } as const satisfies Record<
  GatewayName | 'bank',
  Account
>;

/** The customer owes the total; we earned the net and owe the VAT. */
export function invoiceIssuedEntry(
  invoice: Pick<Invoice, 'total' | 'subtotal' | 'taxTotal' | 'currency'> & { id: string },
  now: Date,
): Entry {
  return entry('INVOICE_ISSUED', now, invoice.currency, { invoiceIds: [invoice.id], paymentId: null }, [
    debit('receivables', invoice.total),
    credit('revenue', invoice.subtotal),
    credit('vatPayable', invoice.taxTotal),
  ]);
}

/**
 * The gateway holds what the customer paid; it settles receivables, and what was not owed is owed back through
 * the wallet. The surcharge for installments is the gateway's to keep or ours to earn, apart from the invoice.
 */
export function paymentReceivedEntry(
  payment: Pick<Payment, 'currency'> & {
    id: string;
    gateway: keyof typeof CASH;
    invoiceIds: readonly string[];
  },
  amounts: { settled: MinorUnits; creditedToWallet: MinorUnits; surcharge: MinorUnits },
  now: Date,
): Entry {
  const { settled, creditedToWallet, surcharge } = amounts;
  const refs = { invoiceIds: [...payment.invoiceIds], paymentId: payment.id };
  return entry('PAYMENT_RECEIVED', now, payment.currency, refs, [
    debit(CASH[payment.gateway], add(settled, creditedToWallet, surcharge)),
    credit('receivables', settled),
    credit('walletLiability', creditedToWallet),
    credit('installmentSurcharge', surcharge),
  ]);
}

/** The same movement the other way round. */
export function reversed(original: Entry, kind: JournalEntry['kind']): Entry {
  const lines = original.lines.map((line) => ({ ...line, debit: line.credit, credit: line.debit }));
  return { ...original, kind, lines };
}

/** The write of an entry, or none when nothing moved (an invoice over zero). */
export function journalWrites(id: string, entry: Entry): Write[] {
  return entry.lines.length === 0 ? [] : [create(paths.journalEntry(id), entry)];
}

/** Debits less credits of an entry: zero, or the books do not balance. */
export function imbalance({ lines }: Pick<JournalEntry, 'lines'>): number {
  return add(...lines.map((line) => line.debit)) - add(...lines.map((line) => line.credit));
}

function entry(
  kind: JournalEntry['kind'],
  date: Date,
  currency: string,
  refs: JournalEntry['refs'],
  lines: JournalLine[],
): Entry {
  return { kind, date, currency, refs, lines: lines.filter((line) => line.debit !== 0 || line.credit !== 0) };
}
