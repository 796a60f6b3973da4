import { update } from '../../core/decision';
import { allocate, subtract, ZERO } from '../../core/money';
import { journalWrites, paymentReceivedEntry } from '../../finance/rules/journal';
import type { PaymentSucceeded } from '../../gateways/gateway';
import { amountOwed, settleInvoice } from '../../invoices/rules/settle-invoice';
import { BillingError } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { GatewayName, Payment } from '../../schema/payment';
import { creditWallet } from '../../wallets/rules/credit-wallet';
import type { FactDecision, PaymentDocuments } from './apply-fact';
import { moves } from './payment-state';

/**
 * Takes money that a gateway reports: it pays what is still due on the payment's invoices, in their order, and
 * what is not owed (paid twice, overpaid, cancelled meanwhile) becomes wallet credit.
 *
 * @throws BillingError AMOUNT_MISMATCH or TEST_MODE_MISMATCH when the news does not fit the stored payment.
 */
export function succeedPayment(
  { payment, invoices, wallet }: PaymentDocuments,
  fact: PaymentSucceeded,
  gateway: GatewayName,
  now: Date,
): FactDecision {
  const { paymentId } = fact.payment;
  assertFits(payment, fact, gateway);
  if (!moves('succeed', payment.status))
    return { writes: [], outcome: 'IGNORED', result: 'ALREADY_SUCCEEDED' };

  const { userId, currency } = payment;
  const owed = invoices.map(({ invoice }) => amountOwed(invoice));
  const { shares, rest: creditedToWallet } = allocate(fact.amount, owed);
  const settled = invoices.map((subject, index) => ({ subject, share: shares[index] ?? ZERO }));
  const allocations = settled
    .filter(({ share }) => share > 0)
    .map(({ subject, share }) => ({ invoiceId: subject.id, amount: share, allocatedAt: now }));
  const surcharge = subtract(fact.charged, fact.amount);
  const credit = { userId, currency, amount: creditedToWallet, paymentId, reason: 'OVERPAYMENT' } as const;
  const received = paymentReceivedEntry(
    { id: paymentId, gateway, currency, invoiceIds: allocations.map(({ invoiceId }) => invoiceId) },
    { settled: subtract(fact.amount, creditedToWallet), creditedToWallet, surcharge },
    now,
  );

  return {
    outcome: 'APPLIED',
    result: creditedToWallet > 0 ? 'PAYMENT_SUCCEEDED_WITH_WALLET_CREDIT' : 'PAYMENT_SUCCEEDED',
    writes: [
      update(paths.payment(paymentId), {
        status: 'SUCCEEDED',
        gatewayPaymentId: fact.gatewayPaymentId,
        paytrHash: fact.paytrHash,
        installment: fact.installment,
        surcharge,
        allocations,
        creditedToWallet,
        checkout: null,
        failureReason: null,
        failedAt: null,
        processedAt: now,
      }),
      ...settled.flatMap(({ subject, share }) => settleInvoice(subject, share, paymentId, now)),
      ...(creditedToWallet > 0 ? creditWallet(wallet, credit) : []),
      ...journalWrites(`payment_${paymentId}`, received),
    ],
  };
}

/** Only part of a callback is signed, so what it says must agree with what we asked the gateway for. */
function assertFits(payment: Payment, fact: PaymentSucceeded, gateway: GatewayName): void {
  const agrees =
    payment.gateway === gateway &&
    payment.amount === fact.amount &&
    payment.currency === fact.currency &&
    fact.charged >= fact.amount;
  if (!agrees) {
    throw new BillingError('AMOUNT_MISMATCH', {
      paymentId: fact.payment.paymentId,
      expected: `${payment.amount} ${payment.currency} (${payment.gateway})`,
      reported: `${fact.amount} ${fact.currency} (${gateway})`,
    });
  }
  if (fact.isTest !== null && fact.isTest !== payment.isTest) {
    throw new BillingError('TEST_MODE_MISMATCH', { paymentId: fact.payment.paymentId });
  }
}
