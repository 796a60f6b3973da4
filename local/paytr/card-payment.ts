/** What a customer's steps on the payment page do to a payment; each is complete when it returns. */
import type { PaytrContext } from './context';
import { failures, type Failure } from './failures';
import { instalmentOffers } from './instalment-rates';
import { storeCard } from './kept-cards';
import type { Payment } from './store';
import { TEST_CARD_CVV, TEST_CARD_EXPIRY, THREE_D_SECURE_CODE, type TestCard } from './test-cards';

export interface EnteredCard {
  card: TestCard;
  /** MM/YY */
  expiry: string;
  cvv: string;
  instalments: number;
}

/** The card form was sent: the payment now waits for 3D Secure, unless the plan is not offered for the card. */
export function enterCard(context: PaytrContext, payment: Payment, entered: EnteredCard): void {
  const { card, instalments } = entered;
  const { paymentAmount, currency, longestPlan } = payment.request;
  const offers = instalmentOffers(paymentAmount, currency, card.family, longestPlan);
  const offer = offers.find(({ count }) => count === instalments);
  if (!offer) {
    decline(context, payment, failures.noInstalments);
    return;
  }
  const dataIsRight = entered.expiry === TEST_CARD_EXPIRY && entered.cvv === TEST_CARD_CVV;
  payment.attempt = {
    card,
    instalments,
    total: offer.total,
    declines: dataIsRight ? card.declines : failures.wrongCardData,
  };
}

/** The customer answered the SMS question; null means that the check was cancelled. */
export function answerThreeDSecure(context: PaytrContext, payment: Payment, code: string | null): void {
  const { attempt } = payment;
  if (payment.state !== 'open' || !attempt) return;
  const failure = authenticationFailure(code) ?? attempt.declines;
  if (failure) {
    decline(context, payment, failure);
    return;
  }
  const { card, instalments, total } = attempt;
  context.timers.stop(payment.request.merchantOid);
  payment.state = 'paid';
  payment.attempt = null;
  payment.lastFailure = null;
  payment.sale = { card, instalments, total, at: context.now() };
  const { keeps } = payment.request;
  const utoken = keeps === null ? null : storeCard(context.store, card, keeps.utoken).utoken;
  context.callbacks.sale(payment, payment.sale, utoken);
}

function authenticationFailure(code: string | null): Failure | null {
  if (code === null) return failures.notAuthenticated;
  return code === THREE_D_SECURE_CODE ? null : failures.authenticationFailed;
}

/** The customer left the page for good, or the time ran out. */
export function abandon(context: PaytrContext, payment: Payment): void {
  if (payment.state !== 'open') return;
  context.timers.stop(payment.request.merchantOid);
  payment.state = 'ended';
  decline(context, payment, failures.abandoned);
}

function decline(context: PaytrContext, payment: Payment, failure: Failure): void {
  payment.attempt = null;
  payment.lastFailure = failure;
  if (payment.request.isDirect && payment.state === 'open') {
    context.timers.stop(payment.request.merchantOid);
    payment.state = 'ended';
  }
  context.callbacks.failure(payment, failure);
}
