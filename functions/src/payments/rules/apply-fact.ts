import type { Write } from '../../core/decision';
import type { GatewayEvent, PaymentFact } from '../../gateways/gateway';
import type { Numbering } from '../../invoices/rules/document-number';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import { BillingError } from '../../platform/errors';
import type { Counter } from '../../schema/counter';
import type { Payment } from '../../schema/payment';
import type { Wallet } from '../../schema/wallet';
import { disputePayment } from './dispute-payment';
import { failPayment } from './fail-payment';
import { processPayment } from './process-payment';
import { settleRefund } from './settle-refund';
import { succeedPayment } from './succeed-payment';

/** The documents that a fact about a payment touches. */
export interface PaymentDocuments {
  readonly payment: Payment;
  readonly invoices: readonly InvoiceWithId[];
  readonly wallet: Pick<Wallet, 'balance'> | null;
  /** The number of the last credit note. */
  readonly counter: Pick<Counter, 'last' | 'period'> | null;
}

/** What to write because of a fact, and what to say was done, or why nothing was. */
export interface FactDecision {
  readonly writes: readonly Write[];
  readonly outcome: 'APPLIED' | 'IGNORED';
  /** A stable code, kept in the gateway event's record. */
  readonly result: string;
}

/** News of a payment, and what deciding on it needs besides the documents. */
export interface PaymentNews extends Pick<GatewayEvent, 'gateway' | 'occurredAt'> {
  readonly fact: PaymentFact;
  /** Of the credit notes that a refund brings. */
  readonly numbering: Numbering;
}

/**
 * What a gateway's news does to a payment, its invoices, the wallet and the books.
 * `documents.payment` is null when we know no such payment: news of money is then an error, to be seen and
 * repeated; any other news is none of ours.
 */
export function applyFact(
  documents: Omit<PaymentDocuments, 'payment'> & { readonly payment: Payment | null },
  { fact, gateway, occurredAt, numbering }: PaymentNews,
  now: Date,
): FactDecision {
  const { payment } = documents;
  const { paymentId } = fact.payment;
  if (payment === null) {
    if (fact.kind === 'PAYMENT_FAILED' || fact.kind === 'PAYMENT_PROCESSING')
      return { writes: [], outcome: 'IGNORED', result: 'PAYMENT_NOT_FOUND' };
    throw new BillingError('PAYMENT_NOT_FOUND', { paymentId });
  }
  const known = { ...documents, payment };
  switch (fact.kind) {
    case 'PAYMENT_SUCCEEDED':
      return succeedPayment(known, fact, gateway, now);
    case 'PAYMENT_PROCESSING':
      return processPayment(known, fact, now);
    case 'PAYMENT_FAILED':
      return failPayment(known, fact, occurredAt, now);
    case 'PAYMENT_REFUNDED':
      return settleRefund(known, { paymentId, refundedTotal: fact.refundedTotal, numbering }, now);
    case 'DISPUTE_OPENED':
    case 'DISPUTE_CLOSED':
      return disputePayment(payment, fact, gateway, now);
  }
}
