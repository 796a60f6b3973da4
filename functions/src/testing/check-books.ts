import type { Firestore } from 'firebase-admin/firestore';
import { imbalance } from '../finance/rules/journal';
import type { Counter } from '../schema/counter';
import type { Invoice } from '../schema/invoice';
import type { Account, JournalEntry } from '../schema/journal';
import type { Payment } from '../schema/payment';
import type { Wallet, WalletEntry } from '../schema/wallet';
import type { Documents } from './documents';
import { dump, inCollection } from './documents';

/** What in the books does not add up; an empty list is law 3 (and the gapless numbers of law 4) kept. */
export function bookProblems(documents: Documents): string[] {
  const invoices = inCollection<Invoice>(documents, 'invoices/*');
  const payments = inCollection<Payment>(documents, 'payments/*');
  return [
    ...invoices.flatMap((invoice) => invoiceProblems(invoice, payments)),
    ...payments.flatMap(paymentProblems),
    ...inCollection<Wallet>(documents, 'wallets/*').flatMap((wallet) => walletProblems(wallet, documents)),
    ...inCollection<JournalEntry>(documents, 'journal/*')
      .filter((entry) => imbalance(entry) !== 0)
      .map((entry) => `journal/${entry.id}: debits and credits differ by ${imbalance(entry)}`),
    ...accountProblems(documents, invoices, payments),
    ...numberProblems(documents, invoices),
  ];
}

/** Fails when the project's books do not add up. */
export async function checkBooks(db: Firestore): Promise<void> {
  expect(bookProblems(await dump(db))).toEqual([]);
}

function invoiceProblems(invoice: Invoice & { id: string }, payments: readonly Payment[]): string[] {
  const allocated = sum(
    payments
      .flatMap((payment) => payment.allocations)
      .filter(({ invoiceId }) => invoiceId === invoice.id)
      .map(({ amount }) => amount),
  );
  const due = invoice.status === 'CANCELLED' ? 0 : invoice.total - invoice.amountPaid;
  return differences(`invoices/${invoice.id}`, [
    ['amountPaid', invoice.amountPaid, allocated],
    ['amountDue', invoice.amountDue, due],
    ['total', invoice.total, sum(invoice.items.map((item) => item.total))],
  ]);
}

function paymentProblems({ id, status, amount, allocations, creditedToWallet }: Payment & { id: string }) {
  const spent = sum(allocations.map((allocation) => allocation.amount)) + creditedToWallet;
  return differences(`payments/${id}`, [
    ['allocated and credited', spent, status === 'SUCCEEDED' ? amount : 0],
  ]);
}

/** The balance is the sum of the entries, and each entry's `balanceAfter` is where the next one starts. */
function walletProblems({ id, balance }: Wallet & { id: string }, documents: Documents): string[] {
  const entries = inCollection<WalletEntry>(documents, `wallets/${id}/entries/*`);
  const following = new Map(entries.map((entry) => [entry.balanceAfter - entry.amount, entry]));
  let reached = 0;
  let steps = 0;
  for (let next = following.get(0); next !== undefined && steps < entries.length; steps += 1) {
    reached = next.balanceAfter;
    next = following.get(reached);
  }
  return differences(`wallets/${id}`, [
    ['balance', balance, sum(entries.map((entry) => entry.amount))],
    ['last balanceAfter', reached, balance],
    ['entries in one chain', steps, entries.length],
  ]);
}

/** Every account's balance against the documents that it sums up, currency by currency. */
function accountProblems(
  documents: Documents,
  invoices: readonly Invoice[],
  payments: readonly Payment[],
): string[] {
  const wallets = inCollection<Wallet>(documents, 'wallets/*');
  const journal = inCollection<JournalEntry>(documents, 'journal/*');
  const currencies = new Set(
    [...invoices, ...payments, ...wallets, ...journal].map(({ currency }) => currency),
  );
  return [...currencies].flatMap((currency) => {
    const of = <T extends { currency: string }>(all: readonly T[]) =>
      all.filter((one) => one.currency === currency);
    const issued = of(invoices).filter(({ issueDate }) => issueDate !== null);
    const standing = issued.filter(({ status }) => status !== 'CANCELLED');
    const received = of(payments).filter(({ status }) => status === 'SUCCEEDED');
    const cash = (gateway: string) =>
      sum(received.filter((one) => one.gateway === gateway).map((one) => one.amount + one.surcharge));
    const expected: Record<Account, number> = {
      receivables: sum(issued.map(({ amountDue }) => amountDue)),
      revenue: -sum(standing.map(({ subtotal }) => subtotal)),
      vatPayable: -sum(standing.map(({ taxTotal }) => taxTotal)),
      'cash.stripe': cash('stripe'),
      'cash.paytr': cash('paytr'),
      walletLiability: -sum(of(wallets).map(({ balance }) => balance)),
      installmentSurcharge: -sum(received.map(({ surcharge }) => surcharge)),
    };
    const lines = of(journal).flatMap((entry) => entry.lines);
    const balance = (account: string) =>
      sum(lines.filter((line) => line.account === account).map((line) => line.debit - line.credit));
    return differences(
      `accounts in ${currency}`,
      Object.entries(expected).map(([account, value]) => [account, balance(account), value]),
    );
  });
}

/** Numbers that never start again: 1, 2, 3 … up to the counter, each on one invoice. */
function numberProblems(documents: Documents, invoices: readonly Invoice[]): string[] {
  const given = invoices
    .flatMap(({ invoiceNumber }) => (invoiceNumber === null ? [] : [Number(invoiceNumber.split('-').at(-1))]))
    .sort((a, b) => a - b);
  const last = (documents.get('counters/invoiceNumber') as Counter | undefined)?.last ?? 0;
  const isGapless = given.length === last && given.every((number, index) => number === index + 1);
  return isGapless ? [] : [`invoice numbers ${given.join(', ')} are not 1 to ${last}`];
}

function differences(where: string, rows: readonly (readonly [string, number, number])[]): string[] {
  return rows
    .filter(([, actual, expected]) => actual !== expected)
    .map(([what, actual, expected]) => `${where}: ${what} is ${actual}, should be ${expected}`);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
