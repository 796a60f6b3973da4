import type { Write } from '../../core/decision';
import { create, update } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { add, subtract, ZERO } from '../../core/money';
import { CASH, journalWrites, paymentRefundedEntry } from '../../finance/rules/journal';
import { creditInvoice } from '../../invoices/rules/credit-invoice';
import type { Numbering } from '../../invoices/rules/document-number';
import { nextDocumentNumber } from '../../invoices/rules/document-number';
import { statusAfterMoney } from '../../invoices/rules/invoice-state';
import { derivedId } from '../../platform/ids';
import type { Counter } from '../../schema/counter';
import type { Account } from '../../schema/journal';
import { paths } from '../../schema/paths';
import type { Payment } from '../../schema/payment';
import type { Refund, RefundDestination } from '../../schema/refund';
import { moveWallet } from '../../wallets/rules/move-wallet';
import type { PaymentDocuments } from './apply-fact';
import { takeBack } from './take-back';

const CREDIT_NOTE_ID_LENGTH = 20;

export interface RefundBooking {
  readonly refundId: string;
  readonly paymentId: string;
  readonly amount: MinorUnits;
  readonly destination: RefundDestination;
  readonly reason: string | null;
  /** What of the amount was taken out of the wallet when the refund was ordered. */
  readonly setAside: MinorUnits;
  /** Of the credit notes. */
  readonly numbering: Numbering;
}

export interface BookedRefund {
  /** For the refund's own document. */
  readonly refund: Pick<Refund, 'allocations' | 'creditNoteIds'>;
  /** Payment, invoices, credit notes, wallet and journal; not the refund itself. */
  readonly writes: readonly Write[];
  /** The documents as these writes leave them. */
  readonly after: PaymentDocuments;
}

/**
 * Books money that has gone back. What invoices were paid with it gets a credit note, so that the sale is taken back
 * with the money and nothing becomes due again; what was in the wallet leaves it.
 */
export function bookRefund(documents: PaymentDocuments, booking: RefundBooking, now: Date): BookedRefund {
  const { refundId, paymentId, amount, destination, setAside } = booking;
  const { payment, wallet } = documents;
  const { fromWallet, fromInvoices, after } = takeBack(payment, subtract(amount, setAside), destination);
  const refundedAmount = add(payment.refundedAmount, amount);
  const fields = {
    ...after,
    refundedFromWallet: add(after.refundedFromWallet, setAside),
    refundedAmount,
    gatewayRefundedAmount:
      destination === 'GATEWAY' ? add(payment.gatewayRefundedAmount, amount) : payment.gatewayRefundedAmount,
    status: refundedAmount >= payment.amount ? ('REFUNDED' as const) : payment.status,
  };
  const credits = creditNotes(documents, booking, fromInvoices, now);
  const entry = paymentRefundedEntry(
    { id: paymentId, currency: payment.currency, invoiceIds: fromInvoices.map(({ invoiceId }) => invoiceId) },
    {
      fromInvoices: subtract(amount, add(fromWallet, setAside)),
      fromWallet,
      fromHolds: setAside,
      out: accountOf(payment, destination),
    },
    now,
  );
  const intoWallet = destination === 'WALLET' ? amount : subtract(ZERO, fromWallet);
  return {
    refund: { allocations: fromInvoices, creditNoteIds: credits.creditNoteIds },
    writes: [
      update(paths.payment(paymentId), fields),
      ...credits.writes,
      ...moveWallet(wallet, payment, [
        {
          entryId: `refund_${refundId}`,
          amount: intoWallet,
          kind: 'REFUND',
          reason: destination === 'WALLET' ? null : 'GATEWAY_REFUND',
          paymentId,
        },
      ]),
      ...journalWrites(`refund_${refundId}`, entry),
    ],
    after: {
      payment: { ...payment, ...fields },
      invoices: credits.invoices,
      wallet: intoWallet === 0 ? wallet : { balance: add(wallet?.balance ?? ZERO, intoWallet) },
      counter: credits.counter,
    },
  };
}

/** The account that a refund's money leaves, or enters when it becomes wallet balance. */
function accountOf({ gateway }: Payment, destination: RefundDestination): Account {
  if (destination === 'WALLET' || gateway === 'wallet') return 'walletLiability';
  return destination === 'BANK' ? 'cash.bank' : CASH[gateway];
}

function creditNotes(
  { invoices, counter }: PaymentDocuments,
  { refundId, reason, numbering }: RefundBooking,
  taken: Refund['allocations'],
  now: Date,
) {
  let last: Pick<Counter, 'last' | 'period'> | null = counter;
  const creditNoteIds: string[] = [];
  const writes: Write[] = [];
  const credited = invoices.map((subject) => {
    const amount = taken.find(({ invoiceId }) => invoiceId === subject.id)?.amount;
    if (amount === undefined) return subject;
    const next = nextDocumentNumber(last, numbering, now);
    last = next.counter;
    const creditNoteId = derivedId(CREDIT_NOTE_ID_LENGTH, 'creditNote', refundId, subject.id);
    creditNoteIds.push(creditNoteId);
    const credit = { creditNoteId, creditNoteNumber: next.number, refundId, amount, reason };
    const { amountDue, status } = subject.invoice;
    const amountPaid = subtract(subject.invoice.amountPaid, amount);
    const fields = {
      amountPaid,
      amountCredited: add(subject.invoice.amountCredited, amount),
      status: statusAfterMoney({ status, amountPaid, amountDue }),
    };
    writes.push(...creditInvoice(subject, credit, now), update(paths.invoice(subject.id), fields));
    return { ...subject, invoice: { ...subject.invoice, ...fields } };
  });
  if (last !== counter && last !== null) {
    const path = paths.creditNoteNumberCounter;
    writes.push(counter === null ? create(path, last) : update(path, last));
  }
  return { creditNoteIds, writes, invoices: credited, counter: last };
}
