import { projectID } from 'firebase-functions/params';
import type Stripe from 'stripe';
import type { Inquiry, InquiryAnswer, PaymentReference } from '../gateway';
import { ask, isRefusal } from './call';
import { stripeClient } from './client';
import { failed, intentSettlement, refundedTotal, sessionSettlement } from './settlement';

const INTENT_EXPANDED = { expand: ['latest_charge'] };
const SESSION_EXPANDED = { expand: ['payment_intent.latest_charge'] };

/**
 * What became of a payment: by its intent, by its Checkout page, or, when no answer of Stripe's ever came, by the
 * payment's id in the metadata of intents.
 *
 * That search runs up to a minute behind, so a charge made just before may be answered as abandoned; the webhook of
 * its success then still counts.
 */
export async function inquire(inquiry: Inquiry): Promise<InquiryAnswer> {
  const { gatewayPaymentId, gatewayCheckoutId, end } = inquiry;
  const payment = referenceOf(inquiry);
  if (gatewayPaymentId !== null) {
    const intent = await ask(() => stripeClient().paymentIntents.retrieve(gatewayPaymentId, INTENT_EXPANDED));
    return answerOfIntent(intent, payment);
  }
  if (gatewayCheckoutId !== null) {
    const session = await ask(() => retrieveSession(gatewayCheckoutId));
    return answerOfSession(end ? await ended(session) : session, payment);
  }
  const intent = await intentOf(inquiry.paymentId);
  if (intent !== undefined) return answerOfIntent(intent, payment);
  return { fact: end ? failed(payment, 'ABANDONED') : null, refundedTotal: null };
}

function referenceOf({ paymentId, userId, invoiceIds, currency }: Inquiry): PaymentReference {
  return { paymentId, owner: { userId, invoiceIds, currency } };
}

function answerOfIntent(intent: Stripe.PaymentIntent, payment: PaymentReference): InquiryAnswer {
  return { fact: intentSettlement(intent, payment), refundedTotal: refundedTotal(intent) };
}

function answerOfSession(session: Stripe.Checkout.Session, payment: PaymentReference): InquiryAnswer {
  const { payment_intent: intent } = session;
  return {
    fact: sessionSettlement(session, payment),
    refundedTotal: intent === null || typeof intent === 'string' ? null : refundedTotal(intent),
  };
}

function retrieveSession(id: string): Promise<Stripe.Checkout.Session> {
  return stripeClient().checkout.sessions.retrieve(id, SESSION_EXPANDED);
}

/** Closes an open page. Stripe refuses when the customer was faster: then the page as it is now tells. */
function ended(session: Stripe.Checkout.Session): Promise<Stripe.Checkout.Session> {
  if (session.status !== 'open') return Promise.resolve(session);
  return ask(async () => {
    try {
      return await stripeClient().checkout.sessions.expire(session.id, SESSION_EXPANDED);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return retrieveSession(session.id);
    }
  });
}

async function intentOf(paymentId: string): Promise<Stripe.PaymentIntent | undefined> {
  const { data } = await ask(() =>
    stripeClient().paymentIntents.search({
      query: `metadata["project"]:"${projectID.value()}" AND metadata["paymentId"]:"${paymentId}"`,
      expand: ['data.latest_charge'],
      limit: 1,
    }),
  );
  return data[0];
}
