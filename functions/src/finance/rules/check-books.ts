import type { CreditNote } from '../../schema/credit-note';
import type { Invoice } from '../../schema/invoice';
import type { Account, JournalEntry } from '../../schema/journal';
import type { Payment } from '../../schema/payment';
import type { Refund } from '../../schema/refund';
import type { Wallet, WalletEntry } from '../../schema/wallet';
import type { CASH } from './journal';
import { imbalance } from './journal';

interface Id {
  readonly id: string;
}

/** All that the books are made of, with ids, and of each document what a check looks at. */
export interface Books {
  readonly invoices: readonly (Id &
    Pick<
      Invoice,
      | 'invoiceNumber'
      | 'status'
      | 'issueDate'
      | 'subtotal'
      | 'taxTotal'
      | 'total'
      | 'amountPaid'
      | 'amountCredited'
      | 'amountDue'
      | 'currency'
    > & { readonly items: readonly Pick<Invoice['items'][number], 'total'>[] })[];
  readonly payments: readonly (Id &
    Pick<
      Payment,
      | 'gateway'
      | 'status'
      | 'amount'
      | 'surcharge'
      | 'fee'
      | 'currency'
      | 'allocations'
      | 'creditedToWallet'
      | 'refundedAmount'
      | 'gatewayRefundedAmount'
      | 'refundedFromWallet'
      | 'pendingRefund'
      | 'disputes'
      | 'walletPart'
      | 'partOf'
    >)[];
  readonly refunds: readonly (Id &
    Pick<
      Refund,
      'paymentId' | 'amount' | 'status' | 'destination' | 'currency' | 'allocations' | 'creditNoteIds'
    >)[];
  readonly creditNotes: readonly (Id &
    Pick<CreditNote, 'creditNoteNumber' | 'invoiceId' | 'subtotal' | 'taxTotal' | 'total' | 'currency'>)[];
  readonly wallets: readonly (Id & Pick<Wallet, 'balance' | 'currency'>)[];
  readonly walletEntries: readonly ({ readonly walletId: string } & Pick<
    WalletEntry,
    'amount' | 'balanceAfter'
  >)[];
  readonly journal: readonly (Id & Pick<JournalEntry, 'currency' | 'lines'>)[];
  /** The last numbers given. */
  readonly counters: { readonly invoiceNumber: number; readonly creditNoteNumber: number };
}

/**
 * What in the books does not add up, a sentence each; an empty list is law 3 (and the gapless numbers of law 4) kept.
 */
export function bookProblems(books: Books): string[] {
  return [
    ...invoiceProblems(books),
    ...paymentProblems(books),
    ...walletPartProblems(books),
    ...walletProblems(books),
    ...books.journal
      .filter((entry) => imbalance(entry) !== 0)
      .map((entry) => `journal/${entry.id}: debits and credits differ by ${imbalance(entry)}`),
    ...accountProblems(books),
    ...numberProblems(
      'invoice',
      books.invoices.map(({ invoiceNumber }) => invoiceNumber),
      books.counters.invoiceNumber,
    ),
    ...numberProblems(
      'credit note',
      books.creditNotes.map(({ creditNoteNumber }) => creditNoteNumber),
      books.counters.creditNoteNumber,
    ),
  ];
}

function invoiceProblems({ invoices, payments, creditNotes }: Books): string[] {
  const paid = sums(
    payments.flatMap(({ allocations }) => allocations),
    ({ invoiceId, amount, refundedAmount }) => [invoiceId, amount - refundedAmount],
  );
  const credited = sums(creditNotes, ({ invoiceId, total }) => [invoiceId, total]);
  return invoices.flatMap(({ id, status, total, amountPaid, amountCredited, amountDue, items }) =>
    differences(`invoices/${id}`, [
      ['amountPaid', amountPaid, paid.get(id) ?? 0],
      ['amountCredited', amountCredited, credited.get(id) ?? 0],
      ['amountDue', amountDue, status === 'CANCELLED' ? 0 : total - amountCredited - amountPaid],
      ['total', total, sum(items.map((item) => item.total))],
    ]),
  );
}

function paymentProblems({ payments, refunds }: Books): string[] {
  const done = refunds.filter(({ status }) => status === 'SUCCEEDED');
  const refunded = sums(done, ({ paymentId, amount }) => [paymentId, amount]);
  const viaGateway = sums(
    done.filter(({ destination }) => destination === 'GATEWAY'),
    ({ paymentId, amount }) => [paymentId, amount],
  );
  const pending = sums(
    refunds.filter(({ status }) => status === 'PENDING'),
    ({ paymentId, amount }) => [paymentId, amount],
  );
  return payments.flatMap((payment) => {
    const { id, amount, allocations, creditedToWallet, refundedFromWallet, pendingRefund } = payment;
    const spent = sum(allocations.map((allocation) => allocation.amount)) + creditedToWallet;
    const takenBack = sum(allocations.map(({ refundedAmount }) => refundedAmount)) + refundedFromWallet;
    return differences(`payments/${id}`, [
      ['allocated and credited', spent, hasArrived(payment) ? amount : 0],
      ['refundedAmount', payment.refundedAmount, refunded.get(id) ?? 0],
      ['gatewayRefundedAmount', payment.gatewayRefundedAmount, viaGateway.get(id) ?? 0],
      ['taken back', takenBack, payment.refundedAmount],
      ['pendingRefund', pendingRefund?.amount ?? 0, pending.get(id) ?? 0],
      ['fully refunded', Number(payment.status === 'REFUNDED'), Number(isGone(payment))],
    ]);
  });
}

function isGone(payment: Books['payments'][number]): boolean {
  return hasArrived(payment) && payment.refundedAmount >= payment.amount;
}

/** A wallet's part is PENDING while held, SUCCEEDED once captured, FAILED once released. */
function walletPartProblems({ payments }: Books): string[] {
  const statuses = { HELD: ['PENDING'], CAPTURED: ['SUCCEEDED', 'REFUNDED'], RELEASED: ['FAILED'] };
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  return payments.flatMap(({ id, walletPart, status }) => {
    if (walletPart === null) return [];
    const part = byId.get(walletPart.paymentId);
    const fits =
      part?.partOf === id &&
      part.amount === walletPart.amount &&
      statuses[walletPart.status].includes(part.status);
    const isOver = status !== 'PENDING' && status !== 'PROCESSING';
    return [
      ...(fits ? [] : [`payments/${id}: its wallet part does not agree with ${walletPart.paymentId}`]),
      ...(isOver && walletPart.status === 'HELD'
        ? [`payments/${id}: over, but its wallet part is held`]
        : []),
    ];
  });
}

/** The balance is the sum of the entries, and each entry's `balanceAfter` is where the next one starts. */
function walletProblems({ wallets, walletEntries }: Books): string[] {
  const entriesOf = new Map<string, (typeof walletEntries)[number][]>(wallets.map(({ id }) => [id, []]));
  for (const entry of walletEntries) entriesOf.get(entry.walletId)?.push(entry);
  return wallets.flatMap(({ id, balance }) => {
    const entries = entriesOf.get(id) ?? [];
    return [
      ...differences(`wallets/${id}`, [['balance', balance, sum(entries.map((entry) => entry.amount))]]),
      ...(isOneChain(entries, balance) ? [] : [`wallets/${id}: its entries do not follow one another`]),
    ];
  });
}

/**
 * Whether the entries can follow one another from zero to the balance, each starting where the one before ended: every
 * amount in between must be left as often as it is reached. Entries carry no order of their own, so that is all that
 * can be asked.
 */
function isOneChain(
  entries: readonly Pick<WalletEntry, 'amount' | 'balanceAfter'>[],
  balance: number,
): boolean {
  const surplus = new Map<number, number>();
  const count = (at: number, by: number) => surplus.set(at, (surplus.get(at) ?? 0) + by);
  for (const { amount, balanceAfter } of entries) {
    count(balanceAfter - amount, 1);
    count(balanceAfter, -1);
  }
  count(0, -1);
  count(balance, 1);
  return [...surplus.values()].every((left) => left === 0);
}

/** Every account's balance against the documents that it sums up, currency by currency. */
function accountProblems({ invoices, payments, refunds, creditNotes, wallets, journal }: Books): string[] {
  const all = [invoices, payments, wallets, journal].flatMap((list) => list.map(({ currency }) => currency));
  return [...new Set(all)].flatMap((code) => {
    const of = <T extends { readonly currency: string }>(list: readonly T[]) =>
      list.filter(({ currency }) => currency === code);
    const issued = of(invoices).filter(({ issueDate }) => issueDate !== null);
    const standing = issued.filter(({ status }) => status !== 'CANCELLED');
    const received = of(payments).filter(hasArrived);
    const returned = of(refunds).filter(({ status }) => status === 'SUCCEEDED');
    const disputed = received.flatMap(({ disputes }) => disputes);
    const inDispute = (status: string) =>
      sum(disputed.filter((dispute) => dispute.status === status).map(({ amount }) => amount));
    const cash = (gateway: keyof typeof CASH) => {
      const through = received.filter((payment) => payment.gateway === gateway);
      const gone = through.flatMap((payment) => [
        payment.gatewayRefundedAmount,
        payment.fee ?? 0,
        ...payment.disputes.filter(({ status }) => status !== 'WON').map(({ amount }) => amount),
      ]);
      return sum(through.map(({ amount, surcharge }) => amount + surcharge)) - sum(gone);
    };
    const byTransfer = sum(
      returned.filter(({ destination }) => destination === 'BANK').map(({ amount }) => amount),
    );
    const held = of(payments).map(
      ({ walletPart, pendingRefund }) =>
        (walletPart?.status === 'HELD' ? walletPart.amount : 0) + (pendingRefund?.fromWallet ?? 0),
    );
    const expected: Record<Account, number> = {
      receivables: sum(issued.map(({ amountDue }) => amountDue)),
      revenue: -sum(standing.map(({ subtotal }) => subtotal)),
      refunds: sum(of(creditNotes).map(({ subtotal }) => subtotal)),
      vatPayable:
        sum(of(creditNotes).map(({ taxTotal }) => taxTotal)) - sum(standing.map(({ taxTotal }) => taxTotal)),
      'cash.stripe': cash('stripe'),
      'cash.paytr': cash('paytr'),
      'cash.bank': cash('bank') - byTransfer,
      disputed: inDispute('OPEN'),
      badDebt: inDispute('LOST'),
      walletLiability: -sum(of(wallets).map(({ balance }) => balance)),
      walletHolds: -sum(held),
      installmentSurcharge: -sum(received.map(({ surcharge }) => surcharge)),
      gatewayFees: sum(received.map(({ fee }) => fee ?? 0)),
    };
    const balances = sums(
      of(journal).flatMap(({ lines }) => lines),
      ({ account, debit, credit }) => [account, debit - credit],
    );
    return differences(
      `accounts in ${code}`,
      Object.entries(expected).map(([account, value]) => [account, balances.get(account) ?? 0, value]),
    );
  });
}

function hasArrived({ status }: Pick<Payment, 'status'>): boolean {
  return status === 'SUCCEEDED' || status === 'REFUNDED';
}

/** Numbers that never start again: 1, 2, 3 … up to the counter, each on one document. */
function numberProblems(of: string, numbers: readonly (string | null)[], last: number): string[] {
  const given = numbers
    .flatMap((text) => (text === null ? [] : [Number(text.split('-').at(-1))]))
    .sort((a, b) => a - b);
  const isGapless = given.length === last && given.every((number, index) => number === index + 1);
  return isGapless ? [] : [`${of} numbers ${given.join(', ')} are not 1 to ${last}`];
}

function differences(where: string, rows: readonly (readonly [string, number, number])[]): string[] {
  return rows
    .filter(([, actual, expected]) => actual !== expected)
    .map(([what, actual, expected]) => `${where}: ${what} is ${actual}, should be ${expected}`);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function sums<T>(list: readonly T[], read: (one: T) => readonly [string, number]): Map<string, number> {
  const result = new Map<string, number>();
  for (const one of list) {
    const [key, amount] = read(one);
    result.set(key, (result.get(key) ?? 0) + amount);
  }
  return result;
}
