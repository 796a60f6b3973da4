import type { Write } from '../../core/decision';
import type { GatewayEvent, PaymentFact } from '../../gateways/gateway';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import { BillingError } from '../../platform/errors';
import type { Payment } from '../../schema/payment';
import type { Wallet } from '../../schema/wallet';
import { failPayment } from './fail-payment';
import { processPayment } from './process-payment';
import { succeedPayment } from './succeed-payment';

/** The documents that a fact about a payment touches. */
export interface PaymentDocuments {
  readonly payment: Payment;
  readonly invoices: readonly InvoiceWithId[];
  readonly wallet: Wallet | null;
}

/** What to write because of a fact, and what to say was done, or why nothing was. */
export interface FactDecision {
  readonly writes: readonly Write[];
  readonly outcome: 'APPLIED' | 'IGNORED';
  /** A stable code, kept in the gateway event's record. */
  readonly result: string;
}

/**
 * What a gateway's news does to a payment, its invoices, the wallet and the books.
 * `documents.payment` is null when we know no such payment: news of money is then an error, to be seen and
 * repeated; any other news is none of ours.
 */
export function applyFact(
  documents: Omit<PaymentDocuments, 'payment'> & { payment: Payment | null },
  event: Pick<GatewayEvent, 'gateway' | 'occurredAt'> & { fact: PaymentFact },
  now: Date,
): FactDecision {
  const { fact } = event;
  const { payment, invoices, wallet } = documents;
  if (payment === null) {
    if (fact.kind !== 'PAYMENT_SUCCEEDED')
      return { writes: [], outcome: 'IGNORED', result: 'PAYMENT_NOT_FOUND' };
    throw new BillingError('PAYMENT_NOT_FOUND', { paymentId: fact.payment.paymentId });
  }
  const known = { payment, invoices, wallet };
  switch (fact.kind) {
    case 'PAYMENT_SUCCEEDED':
      return succeedPayment(known, fact, event.gateway, now);
    case 'PAYMENT_PROCESSING':
      return processPayment(known, fact);
    case 'PAYMENT_FAILED':
      return failPayment(known, fact, event.occurredAt, now);
  }
}
