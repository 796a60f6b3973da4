import type { Firestore } from 'firebase-admin/firestore';
import { addDays, dayOf, startOfDay } from '../../functions/src/core/calendar';
import { payloadDigest } from '../../functions/src/gateways/digest';
import { applyGatewayEvent } from '../../functions/src/payments/apply-gateway-event';
import { fromFirestore } from '../../functions/src/platform/firestore';
import type { OperationContext } from '../../functions/src/platform/operation';
import { transact } from '../../functions/src/platform/transact';
import { paths } from '../../functions/src/schema/paths';
import type { Subscription } from '../../functions/src/schema/subscription';
import { storeAdvance } from '../../functions/src/subscriptions/advance-subscription';
import { cancelSubscription } from '../../functions/src/subscriptions/cancel';
import { changeSubscription } from '../../functions/src/subscriptions/change';
import { changePaymentWay } from '../../functions/src/subscriptions/change-payment-way';
import { createSubscription } from '../../functions/src/subscriptions/create';
import { attemptRefused } from '../../functions/src/subscriptions/rules/attempt-refused';
import type { ChargeOrder } from '../../functions/src/subscriptions/rules/pay-bill';
import { beginPayment, tellNews } from './payments';
import type { Person } from './people';
import { instantAgo } from './story';
import type { SubscriptionStep, SubscriptionStory } from './subscriptions';
import { uuidOf } from './uuid-of';

/** Something that happens at an instant; what else is known to follow from it comes back. */
export interface TimedAct {
  readonly at: Date;
  readonly run: () => Promise<readonly TimedAct[]>;
}

/** Minutes after midnight. */
const SUBSCRIBING_HOUR = 12 * 60;
const ACTING_HOUR = 16 * 60;
const MINUTE_MS = 60_000;
/** The sweep comes by ten minutes after the hour, and so ten minutes after a period has begun. */
const SWEEP_AFTER_MS = 10 * MINUTE_MS;
const PAYING_AFTER_MS = 15 * MINUTE_MS;
/** So many days ago was in the card's last month. */
const CARD_EXPIRED_BEFORE = 64;

/**
 * Acts one after another in the order of their instants, with what follows from them: so that invoices of subscriptions
 * take their numbers between those that finance issues.
 */
export async function playInOrder(acts: readonly TimedAct[]): Promise<void> {
  const waiting = [...acts];
  while (waiting.length > 0) {
    const first = waiting.reduce((earliest, act) => (act.at < earliest.at ? act : earliest));
    waiting.splice(waiting.indexOf(first), 1);
    waiting.push(...(await first.run()));
  }
}

/** The beginning of a subscription, from which the rest follows until `now`. */
export function subscriptionActs(
  db: Firestore,
  story: SubscriptionStory,
  index: number,
  now: Date,
): TimedAct {
  const at = instantAgo(now, story.began, SUBSCRIBING_HOUR + index);
  return {
    at,
    run: async () => {
      const { subscriptionId } = await createSubscription.run(
        createSubscription.request.parse({
          requestId: uuidOf(story.key),
          planId: story.planId,
          organizationId: story.organizationId ?? null,
          paymentMethodId: null,
        }),
        by(db, story.customer, at),
      );
      const life = new Life(db, story, subscriptionId, now);
      const steps = (story.then ?? []).map((step, number) => life.step(step, number));
      return [...steps, ...(await life.next(at))];
    },
  };
}

/** One subscription of the demo, and what is due for it. */
class Life {
  constructor(
    private readonly db: Firestore,
    private readonly story: SubscriptionStory,
    private readonly subscriptionId: string,
    private readonly now: Date,
  ) {}

  /** What follows from its state by itself: its customer pays, or the sweep comes by. */
  async next(after: Date): Promise<readonly TimedAct[]> {
    const { openInvoiceId, nextActionAt, status } = await this.stored();
    const payAt = new Date(after.getTime() + PAYING_AFTER_MS);
    if (openInvoiceId !== null && status !== 'CANCELLED' && this.isPaidAt(payAt)) {
      return this.upToNow({ at: payAt, run: () => this.pay(openInvoiceId, payAt) });
    }
    if (nextActionAt === null) return [];
    const at = new Date(nextActionAt.getTime() + SWEEP_AFTER_MS);
    return this.upToNow({ at, run: () => this.advance(at) });
  }

  step(step: SubscriptionStep, number: number): TimedAct {
    const at = instantAgo(this.now, step.daysAgo, ACTING_HOUR + number);
    return { at, run: () => this.act(step, at) };
  }

  private isPaidAt(at: Date): boolean {
    const { pays, paysUntil } = this.story;
    return pays !== null && (paysUntil === undefined || at < instantAgo(this.now, paysUntil, 0));
  }

  private upToNow(act: TimedAct): readonly TimedAct[] {
    return act.at <= this.now ? [act] : [];
  }

  /** Acted on meanwhile, it is no longer due, and the sweep finds nothing to do. */
  private async advance(at: Date): Promise<readonly TimedAct[]> {
    const { did, order } = await storeAdvance(this.db, this.subscriptionId, at);
    if (order !== null) await refuseExpired(this.db, order, at);
    return did === 'NOT_DUE' ? [] : this.next(at);
  }

  private async pay(invoiceId: string, at: Date): Promise<readonly TimedAct[]> {
    const { key, customer, pays } = this.story;
    if (pays === null) return [];
    const attempt = uuidOf(`${key}-${invoiceId}`);
    const intent = { attempt, userId: customer.uid, invoiceId, gateway: pays, part: 100, useWallet: false };
    const begun = await beginPayment(this.db, intent, at);
    const paidAt = new Date(at.getTime() + MINUTE_MS);
    if (begun !== null) await tellNews(this.db, begun, { does: 'succeed' }, paidAt);
    return this.next(paidAt);
  }

  private async act(step: SubscriptionStep, at: Date): Promise<readonly TimedAct[]> {
    const { db, subscriptionId, story } = this;
    const context = by(db, story.customer, at);
    switch (step.does) {
      case 'payByCard':
        await keepCard(db, story, at, this.now);
        await changePaymentWay.run(changePaymentWay.request.parse({ subscriptionId }), context);
        break;
      case 'cancel':
        await cancelSubscription.run({ subscriptionId, when: step.when, reason: step.reason }, context);
        break;
      case 'change':
        await changeSubscription.run(
          changeSubscription.request.parse({ subscriptionId, planId: step.planId, confirmedTotal: 0 }),
          context,
        );
    }
    return this.next(at);
  }

  private async stored(): Promise<Subscription> {
    const data = (await this.db.doc(paths.subscription(this.subscriptionId)).get()).data();
    if (data === undefined) throw new Error(`${this.story.key} was not stored`);
    return fromFirestore(data) as Subscription;
  }
}

/** The one kept card has expired by the time it is to be charged, which is refused before any gateway is asked. */
async function refuseExpired(db: Firestore, order: ChargeOrder, now: Date): Promise<void> {
  const { subscriptionId, invoiceId, paymentId } = order;
  await transact(db, now, async (get) =>
    attemptRefused(
      await get({
        subscription: paths.subscription(subscriptionId),
        invoice: paths.invoice(invoiceId),
        payment: paths.payment(paymentId),
      }),
      { order, code: 'PAYMENT_METHOD_EXPIRED' },
      now,
    ),
  );
}

/** A card whose last month is over before the next renewal. */
async function keepCard(db: Firestore, { key, customer }: SubscriptionStory, at: Date, now: Date) {
  const [year, month] = addDays(dayOf(now), -CARD_EXPIRED_BEFORE).split('-').map(Number);
  const gatewayMethodId = `pm_demo_${customer.uid.slice(0, 8)}`;
  const id = `evt_demo_${key}`;
  await applyGatewayEvent(
    db,
    {
      gateway: 'stripe',
      id,
      type: 'payment_method.attached',
      occurredAt: at,
      payloadDigest: payloadDigest(Buffer.from(id)),
      gatewayReason: null,
      fact: {
        kind: 'METHOD_SAVED',
        userId: customer.uid,
        method: {
          gatewayMethodId,
          type: 'card',
          brand: 'visa',
          lastFour: '4242',
          expMonth: month ?? 1,
          expYear: year ?? startOfDay(dayOf(now)).getUTCFullYear(),
        },
      },
    },
    at,
  );
}

function by(db: Firestore, { uid }: Person, now: Date): OperationContext {
  return { caller: { uid, role: null }, db, now, ipAddress: '127.0.0.1' };
}
