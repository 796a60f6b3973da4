import type { Fields, Write } from '../../core/decision';
import { create } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { add, subtract, ZERO } from '../../core/money';
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
export const CASH = {
  stripe: 'cash.stripe',
  paytr: 'cash.paytr',
  bank: 'cash.bank',
} as const satisfies Record<GatewayName | 'bank', Account>;

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

/** A part of the sale is taken back: the customer owes that much less, and we owe the VAT in it no longer. */
export function creditNoteIssuedEntry(
  note: Pick<Invoice, 'total' | 'subtotal' | 'taxTotal' | 'currency'> & { invoiceId: string },
  now: Date,
): Entry {
  const refs = { invoiceIds: [note.invoiceId], paymentId: null };
  return entry('CREDIT_NOTE_ISSUED', now, note.currency, refs, [
    debit('refunds', note.subtotal),
    debit('vatPayable', note.taxTotal),
    credit('receivables', note.total),
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

/** Wallet money is set aside for a payment that is under way. */
export function walletHeldEntry(movement: WalletMovement, now: Date): Entry {
  return walletEntry('WALLET_HELD', movement, now, [
    debit('walletLiability', movement.amount),
    credit('walletHolds', movement.amount),
  ]);
}

/** What was set aside is the customer's to spend again. */
export function walletReleasedEntry(movement: WalletMovement, now: Date): Entry {
  return reversed(walletHeldEntry(movement, now), 'WALLET_RELEASED');
}

/**
 * Wallet money pays invoices, out of the balance or out of what was set aside; what of it was not owed any more goes
 * back into the balance.
 */
export function walletSpentEntry(
  movement: WalletMovement & { from: 'walletLiability' | 'walletHolds'; returned: MinorUnits },
  now: Date,
): Entry {
  const { from, amount, returned } = movement;
  return walletEntry('WALLET_SPENT', movement, now, [
    debit(from, amount),
    credit('receivables', subtract(amount, returned)),
    credit('walletLiability', returned),
  ]);
}

interface WalletMovement {
  readonly paymentId: string;
  readonly currency: string;
  readonly invoiceIds: readonly string[];
  readonly amount: MinorUnits;
}

function walletEntry(
  kind: JournalEntry['kind'],
  { paymentId, currency, invoiceIds }: WalletMovement,
  now: Date,
  lines: JournalLine[],
): Entry {
  return entry(kind, now, currency, { invoiceIds: [...invoiceIds], paymentId }, lines);
}

/**
 * Money of a payment goes back: invoices are owed it again (a credit note then says that they are not), and what was
 * in the wallet, or set aside from it, leaves it. It leaves the gateway's or the bank's account, or turns into wallet balance.
 */
export function paymentRefundedEntry(
  payment: Pick<Payment, 'currency'> & { id: string; invoiceIds: readonly string[] },
  amounts: { fromInvoices: MinorUnits; fromWallet: MinorUnits; fromHolds: MinorUnits; out: Account },
  now: Date,
): Entry {
  const { fromInvoices, fromWallet, fromHolds, out } = amounts;
  const refs = { invoiceIds: [...payment.invoiceIds], paymentId: payment.id };
  return entry('PAYMENT_REFUNDED', now, payment.currency, refs, [
    debit('receivables', fromInvoices),
    debit('walletLiability', fromWallet),
    debit('walletHolds', fromHolds),
    credit(out, add(fromInvoices, fromWallet, fromHolds)),
  ]);
}

/** A bank takes disputed money out of a gateway's account until it has decided. */
export function disputeOpenedEntry(dispute: DisputeMovement, now: Date): Entry {
  return disputeEntry('DISPUTE_OPENED', dispute, now, 'disputed', CASH[dispute.gateway]);
}

/** Disputed money comes back (WON), or is gone for good (LOST). */
export function disputeClosedEntry(dispute: DisputeMovement, outcome: 'WON' | 'LOST', now: Date): Entry {
  return outcome === 'WON'
    ? disputeEntry('DISPUTE_WON', dispute, now, CASH[dispute.gateway], 'disputed')
    : disputeEntry('DISPUTE_LOST', dispute, now, 'badDebt', 'disputed');
}

interface DisputeMovement {
  readonly paymentId: string;
  readonly gateway: GatewayName;
  readonly currency: string;
  readonly amount: MinorUnits;
}

function disputeEntry(
  kind: JournalEntry['kind'],
  { paymentId, currency, amount }: DisputeMovement,
  now: Date,
  to: Account,
  from: Account,
): Entry {
  return entry(kind, now, currency, { invoiceIds: [], paymentId }, [debit(to, amount), credit(from, amount)]);
}

/** What a gateway kept of a payment, as its report tells. */
export function gatewayFeeEntry(
  { paymentId, gateway, currency, fee }: Omit<DisputeMovement, 'amount'> & { fee: MinorUnits },
  now: Date,
): Entry {
  return entry('GATEWAY_FEE', now, currency, { invoiceIds: [], paymentId }, [
    debit('gatewayFees', fee),
    credit(CASH[gateway], fee),
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
