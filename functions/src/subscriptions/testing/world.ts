import { randomUUID } from 'node:crypto';
import { plan, subscription } from '../../index';
import { clock } from '../../platform/clock';
import { mailSubscriptionEvent } from '../../notifications/mail-subscription-event';
import { firestore, fromFirestore } from '../../platform/firestore';
import type { Mail } from '../../schema/mail';
import { minorUnits } from '../../core/money';
import type { OutboxEvent } from '../../schema/outbox-event';
import { paths } from '../../schema/paths';
import type { CreatePlanRequest } from '../../schema/plan';
import type { CreateSubscriptionRequest, Subscription } from '../../schema/subscription';
import { call, finance, signedIn } from '../../testing/calls';
import { dump, inCollection } from '../../testing/documents';
import { advanceSubscription } from '../advance-subscription';
import type { Advanced } from '../rules/advance';

/** The instant at which the stories of these tests begin: 10 March 2026, 13:00 in Istanbul. */
export const START = new Date('2026-03-10T10:00:00Z');
const HOUR_MS = 60 * 60 * 1000;

let now = START;

/** The functions' clock, which a story moves. */
export const time = {
  start: () => {
    now = START;
    jest.spyOn(clock, 'now').mockImplementation(() => now);
  },
  now: () => now,
  /** To an instant, such as `2026-04-10T06:00:00Z`. */
  goTo: (instant: string | Date) => {
    now = new Date(instant);
  },
  days: (days: number) => {
    now = new Date(now.getTime() + days * 24 * HOUR_MS);
  },
};

/** A plan of 100,00 TRY a month and 20 % VAT, put on sale by finance. */
export async function aPlanOnSale(override: Partial<CreatePlanRequest> = {}): Promise<string> {
  const request: Partial<CreatePlanRequest> = {
    requestId: randomUUID(),
    name: 'Pro',
    billingPeriod: 'monthly',
    price: minorUnits(10_000),
    currency: 'TRY',
    ...override,
  };
  return (await call(plan.create, request, finance)).planId;
}

/** Subscribes as a customer; by link unless a card is named. */
export function subscribe(uid: string, planId: string, override: Partial<CreateSubscriptionRequest> = {}) {
  const request = { requestId: randomUUID(), planId, paymentMethodId: null, ...override };
  return call(subscription.create, request, signedIn(uid));
}

export async function stored(subscriptionId: string): Promise<Subscription> {
  const data = (await firestore().doc(paths.subscription(subscriptionId)).get()).data();
  if (data === undefined) throw new Error(`${subscriptionId} is not stored`);
  return fromFirestore(data) as Subscription;
}

/** Runs the task of a subscription now, as the sweep does when it is due. */
export function advanceNow(subscriptionId: string): Promise<Advanced['did']> {
  return advanceSubscription(firestore(), subscriptionId, now);
}

/** Moves the clock to what is due next for a subscription, and does it. */
export async function advanceToNext(subscriptionId: string): Promise<Advanced['did']> {
  const { nextActionAt } = await stored(subscriptionId);
  if (nextActionAt === null) throw new Error('Nothing is due by itself');
  if (nextActionAt > now) now = nextActionAt;
  return advanceNow(subscriptionId);
}

/** The types of the events of a subscription, in their order. */
export async function eventsOf(subscriptionId: string): Promise<string[]> {
  const events = inCollection<OutboxEvent>(await dump(firestore()), 'events/*');
  return events
    .filter((event) => 'subscriptionId' in event && event.subscriptionId === subscriptionId)
    .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())
    .map(({ type }) => type.replace('subscription.', ''));
}

/** Runs the trigger of every event of the outbox, as Firestore does at least once. */
export async function sendMails(): Promise<void> {
  const { docs } = await firestore().collection('events').get();
  for (const event of docs) await mailSubscriptionEvent(firestore(), event.id, event.data(), now);
}

/** The subjects of the mails about subscriptions to a customer, in the order of their causes. */
export async function mailsOf(uid: string): Promise<string[]> {
  const documents = await dump(firestore());
  const causeOf = ({ id }: { id: string }) => (documents.get(`events/${id}`)?.occurredAt as Date).getTime();
  return inCollection<Mail>(documents, 'mail/*')
    .filter(({ id, toUids }) => toUids.includes(uid) && id.startsWith('subscription.'))
    .sort((a, b) => causeOf(a) - causeOf(b))
    .map(({ message }) => message.subject);
}
