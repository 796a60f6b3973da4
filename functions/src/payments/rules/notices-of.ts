import type { Write } from '../../core/decision';
import type { PaymentFact } from '../../gateways/gateway';
import { authenticationRequired } from '../../notifications/rules/authentication-required';
import type { User } from '../../schema/user';
import type { FactDecision, PaymentDocuments } from './apply-fact';

/** Whether the customer may have to be written to because of news, so that their profile is worth a read. */
export function concernsPayer(fact: PaymentFact): boolean {
  return fact.kind === 'PAYMENT_FAILED' && fact.reason === 'AUTHENTICATION_REQUIRED';
}

/**
 * Whom to tell what news did to a payment, to be committed with it. Only the news that ended the payment tells: a
 * repeat of it finds the payment over.
 */
export function noticesOf(
  {
    payment,
    invoices,
    payer,
  }: Pick<PaymentDocuments, 'invoices'> & {
    readonly payment: PaymentDocuments['payment'] | null;
    readonly payer: User | null;
  },
  { fact, appUrl }: { readonly fact: PaymentFact; readonly appUrl: string },
  { result }: Pick<FactDecision, 'result'>,
  now: Date,
): Write[] {
  const isKeptCard = payment !== null && payment.paymentMethodId !== null;
  if (!isKeptCard || result !== 'PAYMENT_FAILED' || !concernsPayer(fact)) return [];
  const { paymentId } = fact.payment;
  return authenticationRequired({ paymentId, payment, invoices, payer, appUrl }, now);
}
