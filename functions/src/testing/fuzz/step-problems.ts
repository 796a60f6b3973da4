import { isDeepStrictEqual } from 'node:util';
import { isPastDue } from '../../core/calendar';
import { bookProblems } from '../../finance/rules/check-books';
import type { BankTransaction } from '../../schema/bank-transaction';
import type { Invoice } from '../../schema/invoice';
import type { Payment } from '../../schema/payment';
import type { Wallet } from '../../schema/wallet';
import { booksOf } from '../check-books';
import type { Documents } from '../documents';
import { inCollection } from '../documents';
import type { Attempt } from './simulated-gateway';

/** What is wrong after a step: books, invoices and wallets as they are now, and what may not have changed. */
export function stepProblems(
  before: Documents,
  after: Documents,
  { attempts, now }: { readonly attempts: readonly Attempt[]; readonly now: Date },
): string[] {
  return [
    ...bookProblems(booksOf(after)),
    ...inCollection<Invoice>(after, 'invoices/*').flatMap((invoice) => invoiceProblems(invoice, now)),
    ...inCollection<Payment>(after, 'payments/*').flatMap((payment) => aheadOfTruth(payment, attempts)),
    ...overdrawn(after, attempts),
    ...[...before].flatMap(([path, was]) => changeProblems(path, was, after.get(path))),
  ];
}

/** The sums make sense, and the status is what they say. */
function invoiceProblems({ id, status, total, ...sums }: Invoice & { id: string }, now: Date): string[] {
  const { amountPaid, amountDue, amountCredited, invoiceNumber, dueDate } = sums;
  const says = (): Invoice['status'] => {
    if (status === 'CANCELLED') return status;
    if (invoiceNumber === null) return 'DRAFT';
    if (amountDue === 0) return 'PAID';
    // Of what is past due, the sweep decides when.
    if (status === 'OVERDUE' && isPastDue(dueDate, now)) return status;
    return amountPaid > 0 ? 'PARTIAL' : 'PENDING';
  };
  const isPossible =
    amountPaid >= 0 && amountDue >= 0 && amountCredited >= 0 && amountPaid + amountDue <= total;
  return [
    ...(status === says() ? [] : [`${id}: is ${status}, its sums say ${says()}`]),
    ...(isPossible
      ? []
      : [`${id}: ${amountPaid} paid, ${amountDue} due, ${amountCredited} credited of ${total}`]),
    ...(status === 'CANCELLED' && amountPaid > 0 ? [`${id}: cancelled, with ${amountPaid} paid`] : []),
  ];
}

/** We may hear late of what the gateway knows; we may not believe what it does not know. */
function aheadOfTruth(
  { id, gateway, status, gatewayRefundedAmount, disputes }: Payment & { id: string },
  attempts: readonly Attempt[],
): string[] {
  if (gateway !== 'stripe' && gateway !== 'paytr') return [];
  const attempt = attempts.find(({ paymentId }) => paymentId === id);
  const hasArrived = status === 'SUCCEEDED' || status === 'REFUNDED';
  return [
    ...(hasArrived && attempt?.state !== 'CAPTURED' ? [`${id}: ${status}, but never captured`] : []),
    ...(gatewayRefundedAmount > (attempt?.refunded ?? 0)
      ? [`${id}: ${gatewayRefundedAmount} refunded, the gateway says ${attempt?.refunded ?? 0}`]
      : []),
    ...(disputes.length > (attempt?.dispute ? 1 : 0) ? [`${id}: disputed by nobody`] : []),
  ];
}

/** Only a refund in a gateway's panel can take out of a wallet what has been spent. */
function overdrawn(documents: Documents, attempts: readonly Attempt[]): string[] {
  return inCollection<Wallet>(documents, 'wallets/*')
    .filter(({ balance, userId }) => {
      const own = attempts.filter((attempt) => attempt.userId === userId);
      return balance < 0 && own.every(({ refundedInPanel }) => refundedInPanel === 0);
    })
    .map(({ id, balance }) => `${id}: overdrawn, ${balance}`);
}

/** Written once, never changed. */
const FOREVER = /^(journal|creditNotes|auditLog|events|wallets\/[^/]+\/entries)\//;
/** What an issued invoice says. */
const FROZEN = [
  'invoiceNumber',
  'issueDate',
  'items',
  'total',
  'taxes',
  'currency',
  'seller',
  'buyer',
  'userId',
];

/** The statuses that may follow one another; the truth may overtake a failure, never a success. */
const PAYMENT_AFTER: Record<Payment['status'], readonly Payment['status'][]> = {
  PENDING: ['PENDING', 'PROCESSING', 'SUCCEEDED', 'REFUNDED', 'FAILED'],
  PROCESSING: ['PROCESSING', 'SUCCEEDED', 'REFUNDED', 'FAILED'],
  FAILED: ['FAILED', 'SUCCEEDED', 'REFUNDED'],
  SUCCEEDED: ['SUCCEEDED', 'REFUNDED'],
  REFUNDED: ['REFUNDED'],
};

function changeProblems(path: string, was: object, is: object | undefined): string[] {
  if (was === is) return [];
  if (is === undefined) return [`${path}: is gone`];
  if (FOREVER.test(path)) return isDeepStrictEqual(was, is) ? [] : [`${path}: was changed`];
  if (path.startsWith('payments/')) return paymentChanges(path, was as Payment, is as Payment);
  if (path.startsWith('bankTransactions/')) return bankChanges(path, was as BankTransaction, is);
  if (path.startsWith('invoices/')) return invoiceChanges(path, was as Invoice, is as Invoice);
  return [];
}

/** What was matched or dismissed stays as it is. */
function bankChanges(path: string, was: BankTransaction, is: object): string[] {
  return was.status === 'OPEN' || isDeepStrictEqual(was, is)
    ? []
    : [`${path}: was ${was.status}, and changed`];
}

function paymentChanges(path: string, was: Payment, is: Payment): string[] {
  const [before, after] = [was.walletPart, is.walletPart];
  // A part that went back may be spent once after all, when the money of its payment comes (docs/decisions/0027).
  const isTakenAgain =
    before?.status === 'RELEASED' &&
    isDeepStrictEqual(after, { ...before, status: 'CAPTURED' }) &&
    was.status === 'FAILED' &&
    is.status === 'SUCCEEDED';
  const isPartMoved =
    before !== null && before.status !== 'HELD' && !isDeepStrictEqual(before, after) && !isTakenAgain;
  return [
    ...(PAYMENT_AFTER[was.status].includes(is.status) ? [] : [`${path}: ${is.status} after ${was.status}`]),
    ...(isPartMoved ? [`${path}: its wallet part was ${before.status}, and moved again`] : []),
    ...(is.amount === was.amount && is.currency === was.currency ? [] : [`${path}: its amount was changed`]),
    ...(is.refundedAmount >= was.refundedAmount ? [] : [`${path}: a refund was taken back`]),
  ];
}

function invoiceChanges(path: string, was: Invoice, is: Invoice): string[] {
  const isOver = was.status === 'CANCELLED' && is.status !== 'CANCELLED';
  const fields = was.invoiceNumber === null ? [] : FROZEN;
  const changed = fields.filter((field) => !isDeepStrictEqual(fieldOf(was, field), fieldOf(is, field)));
  return [
    ...(isOver ? [`${path}: ${is.status} after CANCELLED`] : []),
    ...changed.map((field) => `${path}: ${field} was changed after the issue`),
  ];
}

function fieldOf(document: object, field: string): unknown {
  return (document as Record<string, unknown>)[field];
}
