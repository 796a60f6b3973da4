import { update } from '../../core/decision';
import type { PaymentProcessing } from '../../gateways/gateway';
import { beginProcessing } from '../../invoices/rules/settle-invoice';
import { paths } from '../../schema/paths';
import type { FactDecision, PaymentDocuments } from './apply-fact';
import { nextCheck } from './next-check';
import { moves } from './payment-state';

/** The customer has paid in a way that settles later: the invoice waits, and takes no second payment. */
export function processPayment(
  { payment, invoices }: PaymentDocuments,
  fact: PaymentProcessing,
  now: Date,
): FactDecision {
  if (!moves('process', payment.status)) return { writes: [], outcome: 'IGNORED', result: 'ALREADY_SETTLED' };
  const { paymentId } = fact.payment;
  return {
    writes: [
      update(paths.payment(paymentId), {
        status: 'PROCESSING',
        checkout: null,
        nextCheckAt: nextCheck('PROCESSING', now),
      }),
      ...invoices.flatMap((subject) => beginProcessing(subject, paymentId)),
    ],
    outcome: 'APPLIED',
    result: 'PAYMENT_PROCESSING',
  };
}
