import { refund } from '../../payments/refund';
import { fromFirestore } from '../../platform/firestore';
import type { Payment } from '../../schema/payment';
import type { OutboxEvent } from '../../schema/outbox-event';
import type { Subscription } from '../../schema/subscription';
import type { Business, Persona } from './business';
import { ask } from './business';
import type { Offer } from './catalogue';
import { OFFERS } from './catalogue';
import {
  cancel,
  changePlan,
  enterCard,
  fillWalletWith,
  hoursLater,
  payLater,
  planKey,
  subscribe,
} from './customer-actions';

const MONTH_HOURS = 30 * 24;

/** Once a month a customer thinks about it, at some hour of some day. */
export function thinkMonthly(business: Business, persona: Persona, after: Date): void {
  const { uid } = persona;
  const offset = business.draw.between(0, MONTH_HOURS - 1, 'thinks', uid, after.getTime());
  const run = async (at: Date) => {
    await think(business, persona, at);
    thinkMonthly(business, persona, hoursLater(after, MONTH_HOURS));
  };
  // Some of it takes numbers.
  business.agenda.add({ at: hoursLater(after, offset), uid, what: 'think', takesNumber: true, run });
}

const WISHES = ['refund', 'cancels', 'upgrades', 'downgrades', 'topsUp', 'another'] as const;

async function think(business: Business, persona: Persona, at: Date): Promise<void> {
  const { draw, odds, cloud } = business;
  const { uid, way, currency } = persona;
  const wants = (what: keyof typeof odds) => draw.happens(odds[what], what, uid, at.getTime());
  if (!WISHES.some(wants)) return;
  const found = await cloud.db.collection('subscriptions').where('userId', '==', uid).get();
  const running = found.docs
    .map((doc) => ({ ...(fromFirestore(doc.data()) as Subscription), id: doc.id }))
    .filter(({ status }) => status === 'ACTIVE' || status === 'PAST_DUE');
  const [first] = running;
  if (wants('refund')) await giveBack(business, persona, at);
  if (first === undefined) return;
  const offer = OFFERS.find((one) => business.planIds.get(planKey(one)) === first.planId);
  if (wants('cancels')) await cancel(business, persona, first.id, at);
  else if (wants('upgrades') && offer !== undefined) {
    const larger = up(offer, draw.happens(0.4, 'byYear', uid, at.getTime()));
    if (larger !== null) {
      await changePlan(business, persona, { subscriptionId: first.id, offer: larger }, at);
    }
  } else if (wants('downgrades') && offer !== undefined && offer.tier > 0) {
    const smaller = { ...offer, tier: offer.tier - 1, isTrial: false };
    await changePlan(business, persona, { subscriptionId: first.id, offer: smaller }, at);
  }
  if (way === 'WALLET' && wants('topsUp')) {
    await fillWalletWith(business, persona, currency, first.price * 2, at);
  }
  if (wants('another')) {
    const another = { tier: 0, period: 'monthly', currency, isTrial: false } as const;
    await subscribe(business, persona, another, at);
  }
}

/** A larger plan, or the same one by the year; null for who has the largest. */
function up(offer: Offer, byYear: boolean): Offer | null {
  if (byYear && offer.period === 'monthly') return { ...offer, period: 'annually', isTrial: false };
  return offer.tier < 2 ? { ...offer, tier: offer.tier + 1, isTrial: false } : null;
}

/** Finance gives the customer's last payment back, or half of it, to the card or into the wallet. */
async function giveBack(business: Business, { uid }: Persona, at: Date): Promise<void> {
  const { draw, cloud } = business;
  const found = await cloud.db.collection('payments').where('userId', '==', uid).get();
  const last = found.docs
    .map((doc) => ({ ...(fromFirestore(doc.data()) as Payment), id: doc.id }))
    .filter(
      ({ status, gateway, partOf }) => status === 'SUCCEEDED' && gateway !== 'wallet' && partOf === null,
    )
    .sort((a, b) => Number(b.processedAt) - Number(a.processedAt) || (a.id < b.id ? -1 : 1))[0];
  if (last === undefined) return;
  const isHalf = draw.happens(0.5, 'half', last.id);
  const request = {
    requestId: draw.uuid('refund', last.id, at.getTime()),
    paymentId: last.id,
    ...(isHalf ? { amount: Math.max(1, Math.floor((last.amount - last.refundedAmount) / 2)) } : {}),
    destination: draw.happens(0.6, 'toCard', last.id) ? 'GATEWAY' : 'WALLET',
    reason: 'Kesinti için iade',
  };
  await ask(business, ['payment.refund', refund], request, null, at);
}

/** What a customer does about an event that they get a mail of. */
export function reactTo(business: Business, event: OutboxEvent, at: Date): void {
  const { draw, odds, personas } = business;
  const persona = personas.get(event.userId);
  if (persona === undefined) return;
  const soon = (most: number, ...about: (string | number)[]) =>
    hoursLater(at, 1 + draw.number('delay', event.type, ...about) * most);
  switch (event.type) {
    case 'subscription.paymentDue': {
      const { invoiceId } = event;
      if (invoiceId !== null && draw.happens(odds.onTime, 'onTime', invoiceId)) {
        payLater(business, persona, invoiceId, soon(20, invoiceId));
      }
      return;
    }
    case 'subscription.paymentFailed':
    case 'subscription.paymentReminded': {
      const { invoiceId, next } = event;
      if (invoiceId === null) return;
      const about = [invoiceId, String(next.at?.getTime())];
      if (!draw.happens(odds.repliesToFailure, 'reply', ...about)) return;
      const isCard = persona.way === 'CARD' && persona.gateway === 'stripe';
      if (isCard && draw.happens(0.5, 'newCard', ...about)) {
        const run = (now: Date) => enterCard(business, persona, now);
        const { uid } = persona;
        business.agenda.add({ at: soon(48, ...about), uid, what: 'new card', takesNumber: false, run });
      } else payLater(business, persona, invoiceId, soon(48, ...about));
      return;
    }
    case 'payment.authenticationRequired': {
      const invoiceId = event.invoiceIds[0] ?? '';
      if (draw.happens(odds.repliesToFailure, 'confirm', invoiceId)) {
        payLater(business, persona, invoiceId, soon(24, invoiceId));
      }
      return;
    }
    case 'subscription.suspended': {
      const { invoiceId } = event;
      if (invoiceId !== null && draw.happens(odds.repliesToSuspension, 'resume', invoiceId)) {
        payLater(business, persona, invoiceId, soon(25 * 24, invoiceId));
      }
      return;
    }
    case 'invoice.issued':
    case 'invoice.paid':
    case 'invoice.overdue':
    case 'invoice.cancelled':
    case 'subscription.started':
    case 'subscription.resumed':
    case 'subscription.changed':
    case 'subscription.ending':
    case 'subscription.cancelled':
    case 'subscription.renewalAhead':
      return;
  }
}
