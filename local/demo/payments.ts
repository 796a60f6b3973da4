import { createHash } from 'node:crypto';
import type { Firestore } from 'firebase-admin/firestore';
import { add, percentage } from '../../functions/src/core/money';
import { payloadDigest } from '../../functions/src/gateways/digest';
import type { GatewayEvent, GatewayFact } from '../../functions/src/gateways/gateway';
import { toMerchantOid } from '../../functions/src/gateways/paytr/merchant-oid';
import { applyGatewayEvent } from '../../functions/src/payments/apply-gateway-event';
import { beginCheckout } from '../../functions/src/payments/rules/begin-checkout';
import { payableInvoices } from '../../functions/src/payments/rules/payable-invoices';
import { walletPaymentId } from '../../functions/src/payments/wallet-payment-id';
import { actorOf } from '../../functions/src/platform/auth';
import { derivedId, PAYMENT_ID_LENGTH } from '../../functions/src/platform/ids';
import { transact } from '../../functions/src/platform/transact';
import { paths } from '../../functions/src/schema/paths';
import type { GatewayName, Payment } from '../../functions/src/schema/payment';
import { readSubscriptions } from '../../functions/src/subscriptions/read-subscriptions';
import type { News } from './story';

/** A payment that was begun, as its gateway knows it. */
export interface BegunPayment {
  readonly paymentId: string;
  readonly gateway: GatewayName;
  readonly userId: string;
  /** Empty for a top-up. */
  readonly invoiceIds: readonly string[];
  readonly amount: Payment['amount'];
  readonly currency: string;
}

interface Intent {
  readonly attempt: string;
  readonly userId: string;
  readonly gateway: GatewayName;
}

/**
 * Stores the intent to pay an invoice as `payment.checkout` does, without asking a gateway for a page: nobody is
 * there to look at it.
 * @returns null when the wallet paid all of it.
 */
export async function beginPayment(
  db: Firestore,
  intent: Intent & { invoiceId: string; part: number; useWallet: boolean },
  now: Date,
): Promise<BegunPayment | null> {
  const { attempt, userId, invoiceId, gateway, part, useWallet } = intent;
  const paymentId = derivedId(PAYMENT_ID_LENGTH, userId, attempt);
  const found = await transact(db, now, async (get) => {
    const { invoice, payment, user, subscriptions } = await get({
      invoice: paths.invoice(invoiceId),
      payment: paths.payment(paymentId),
      user: paths.user(userId),
      ...readSubscriptions.ask([invoiceId]),
    });
    if (user === null) throw new Error(`${userId} has no profile`);
    const subscription = readSubscriptions
      .found([invoiceId], subscriptions)
      .get(invoice?.subscriptionId ?? '');
    const payable = payableInvoices([{ id: invoiceId, invoice, subscription }], { uid: userId, user });
    const { wallet } = await get({ wallet: paths.wallet(userId, payable.currency) });
    return beginCheckout(
      { payment, wallet },
      {
        purchase: { ...payable, amount: percentage(payable.due, part) },
        paymentId,
        userId,
        walletPaymentId: walletPaymentId(paymentId),
        useWallet,
        gateway,
        gatewayCustomerId: null,
        paymentMethodId: null,
        isTest: true,
        user,
        actor: actorOf({ uid: userId, role: null }),
        action: 'payment.checkout',
      },
      now,
    );
  });
  if (found === null) return null;
  const { amount, currency } = found;
  return { paymentId, gateway, userId, invoiceIds: [invoiceId], amount, currency };
}

/** The same for money into a wallet, as `wallet.topUp` does. */
export async function beginTopUp(
  db: Firestore,
  intent: Intent & Pick<BegunPayment, 'amount' | 'currency'>,
  now: Date,
): Promise<BegunPayment> {
  const { attempt, userId, gateway, amount, currency } = intent;
  const paymentId = derivedId(PAYMENT_ID_LENGTH, userId, attempt);
  await transact(db, now, async (get) => {
    const { payment, user } = await get({ payment: paths.payment(paymentId), user: paths.user(userId) });
    if (user === null) throw new Error(`${userId} has no profile`);
    return beginCheckout(
      { payment, wallet: null },
      {
        purchase: { invoices: [], organizationId: null, currency, amount, description: '' },
        paymentId,
        userId,
        walletPaymentId: walletPaymentId(paymentId),
        useWallet: false,
        gateway,
        gatewayCustomerId: null,
        paymentMethodId: null,
        isTest: true,
        user,
        actor: actorOf({ uid: userId, role: null }),
        action: 'wallet.topUp',
      },
      now,
    );
  });
  return { paymentId, gateway, userId, invoiceIds: [], amount, currency };
}

/** The gateway's news of a payment, through the same door as a signed callback's. */
export async function tellNews(db: Firestore, payment: BegunPayment, news: News, now: Date): Promise<void> {
  await applyGatewayEvent(db, gatewayEvent(payment, news, now), now);
}

function gatewayEvent(payment: BegunPayment, news: News, now: Date): GatewayEvent {
  const { id, type } = payment.gateway === 'stripe' ? stripeNames(payment, news) : paytrNames(payment, news);
  return {
    gateway: payment.gateway,
    id,
    type,
    occurredAt: now,
    payloadDigest: payloadDigest(Buffer.from(id)),
    gatewayReason:
      news.does === 'fail' && news.message !== '' ? { code: news.code, message: news.message } : null,
    fact: factOf(payment, news),
  };
}

function factOf(payment: BegunPayment, news: News): GatewayFact {
  const { paymentId, userId, invoiceIds, amount, currency, gateway } = payment;
  const reference = { paymentId, owner: { userId, invoiceIds, currency } };
  switch (news.does) {
    case 'process':
      return { kind: 'PAYMENT_PROCESSING', payment: reference };
    case 'fail':
      return {
        kind: 'PAYMENT_FAILED',
        payment: reference,
        reason: news.reason,
        isFinal: news.isFinal,
      };
    case 'succeed':
      return {
        kind: 'PAYMENT_SUCCEEDED',
        payment: reference,
        gatewayPaymentId: gateway === 'stripe' ? `pi_${derivedId(24, paymentId)}` : merchantOid(payment),
        amount,
        charged: add(amount, percentage(amount, news.surchargePercent ?? 0)),
        currency,
        installment: news.installment ?? 1,
        isTest: true,
        // Looks like PayTR's signature; nobody checks it again.
        paytrHash: gateway === 'stripe' ? null : createHash('sha256').update(paymentId).digest('base64'),
      };
  }
}

function paytrNames(payment: BegunPayment, news: News): { id: string; type: string } {
  const oid = merchantOid(payment);
  if (news.does === 'succeed') return { id: `${oid}_success`, type: 'success' };
  if (news.does === 'fail') return { id: `${oid}_failed_${news.code}`, type: 'failed' };
  throw new Error('PayTR never reports a payment under way');
}

function stripeNames({ paymentId }: BegunPayment, news: News): { id: string; type: string } {
  const type = stripeType(news);
  return { id: `evt_${derivedId(24, paymentId, type)}`, type };
}

function stripeType(news: News): string {
  switch (news.does) {
    case 'succeed':
      return 'payment_intent.succeeded';
    case 'process':
      return 'checkout.session.completed';
    case 'fail':
      return news.isFinal ? 'checkout.session.expired' : 'payment_intent.payment_failed';
  }
}

function merchantOid({ paymentId, userId, invoiceIds, currency }: BegunPayment): string {
  return toMerchantOid({ paymentId, userId, invoiceIds, currency });
}
