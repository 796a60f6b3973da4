import { update } from '../../core/decision';
import { subtract } from '../../core/money';
import type { PaymentSucceeded } from '../../gateways/gateway';
import { BillingError } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { GatewayName, Payment } from '../../schema/payment';
import type { FactDecision, PaymentDocuments } from './apply-fact';
import { moves } from './payment-state';
import { receiveMoney } from './receive-money';
import { spentPart } from './spent-part';

/**
 * Takes money that a gateway reports: it pays what is still due on the payment's invoices, in their order, together
 * with the wallet's part if that is still held. What is not owed (paid twice, overpaid, cancelled meanwhile, a
 * top-up) becomes wallet credit. A part that was given back meanwhile is taken again where `spentPart` says so;
 * otherwise the gateway's money pays what it can and the rest stays due.
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

  const { userId, currency, walletPart } = payment;
  const surcharge = subtract(fact.charged, fact.amount);
  const part = spentPart({ payment, invoices, wallet }, fact.amount);
  const { allocations, creditedToWallet, writes } = receiveMoney(
    { paymentId, userId, gateway, currency, amount: fact.amount, surcharge },
    { invoices, wallet, part },
    now,
  );
  const isUnexpectedCredit = creditedToWallet > 0 && invoices.length > 0;
  return {
    outcome: 'APPLIED',
    result: isUnexpectedCredit ? 'PAYMENT_SUCCEEDED_WITH_WALLET_CREDIT' : 'PAYMENT_SUCCEEDED',
    writes: [
      update(paths.payment(paymentId), {
        status: 'SUCCEEDED',
        gatewayPaymentId: fact.gatewayPaymentId,
        paytrHash: fact.paytrHash,
        installment: fact.installment,
        surcharge,
        allocations,
        creditedToWallet,
        ...(part === null || walletPart === null
          ? {}
          : { walletPart: { ...walletPart, status: 'CAPTURED' as const } }),
        checkout: null,
        failureReason: null,
        failedAt: null,
        processedAt: now,
        nextCheckAt: null,
      }),
      ...writes,
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
