import { randomUUID } from 'node:crypto';
import { addDays, dayOf, startOfDay } from '../../functions/src/core/calendar';
import { minorUnits } from '../../functions/src/core/money';
import { plan, subscription } from '../../functions/src/index';
import { mailSubscriptionEvent } from '../../functions/src/notifications/mail-subscription-event';
import { firestore } from '../../functions/src/platform/firestore';
import { paths } from '../../functions/src/schema/paths';
import type { Subscription } from '../../functions/src/schema/subscription';
import { advanceDueSubscriptions } from '../../functions/src/subscriptions/advance-due';
import { advanceSubscription } from '../../functions/src/subscriptions/advance-subscription';
import { retrySubscription } from '../../functions/src/subscriptions/retry-subscription';
import { retryWithNewCard } from '../../functions/src/subscriptions/retry-with-new-card';
import { aPlan, aSubscription } from '../../functions/src/subscriptions/testing/subscription-factory';
import { warnOfExpiry } from '../../functions/src/subscriptions/warn-of-expiry';
import { call, finance, signedIn } from '../../functions/src/testing/calls';
import { aCustomer, seed } from '../../functions/src/testing/world';
import type { CostCase } from './cost-case';
import { casesOf } from './cost-case';
import type { Scene } from './scenes';
import { fillWallet } from './scenes';

const SUBSCRIPTION = 'sub000000000001';
const LINK = { kind: 'LINK', paymentMethodId: null, useWallet: false } as const;
const today = () => dayOf(new Date());
const inDays = (days: number) => startOfDay(addDays(today(), days));

async function onSale(override: Parameters<typeof aPlan>[0] = {}): Promise<string> {
  await seed(firestore(), { [paths.plan('plan')]: aPlan({ currency: 'EUR', ...override }) });
  return 'plan';
}

/** A running subscription in the middle of its period, paid by link unless said otherwise. */
async function running(override: Partial<Subscription> = {}): Promise<string> {
  const userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
  const stored = aSubscription({
    userId,
    planId: 'small',
    currency: 'EUR',
    locale: 'en',
    paymentWay: LINK,
    currentPeriodStart: inDays(-15),
    currentPeriodEnd: inDays(16),
    nextActionAt: inDays(9),
    ...override,
  });
  await seed(firestore(), { [paths.subscription(SUBSCRIPTION)]: stored });
  return userId;
}

/** The same, a minute before the period that begins now. */
const due = (override: Partial<Subscription> = {}) =>
  running({
    anchorDay: Number(today().slice(8)),
    currentPeriodEnd: inDays(0),
    nextActionAt: inDays(0),
    ...override,
  });

/** Renewed today, and not paid; the instant is so many days later. */
async function unpaid(days: number): Promise<{ userId: string; invoiceId: string; now: Date }> {
  const userId = await due();
  for (const day of [0, 1, 3, 7, 10].filter((step) => step < days || step === 0)) {
    await advanceSubscription(firestore(), SUBSCRIPTION, inDays(day));
  }
  const invoiceId = (await firestore().doc(paths.subscription(SUBSCRIPTION)).get()).get(
    'openInvoiceId',
  ) as string;
  return { userId, invoiceId, now: inDays(days) };
}

const advanced = (now: Date) => () => advanceSubscription(firestore(), SUBSCRIPTION, now);
const acting = (on: Parameters<typeof call>[0], request: object, userId: string) => () =>
  call(on, { subscriptionId: SUBSCRIPTION, ...request }, signedIn(userId));

/** A subscription that waits for its first invoice, which is over 120.00. */
export async function subscribed(): Promise<Scene> {
  const userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
  const planId = await onSale();
  const request = { requestId: randomUUID(), planId, paymentMethodId: null };
  const { invoiceId } = await call(subscription.create, request, signedIn(userId));
  return { userId, invoiceId: invoiceId ?? '' };
}

async function subscribing(wish: object, override: Parameters<typeof aPlan>[0] = {}) {
  const userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
  const request = { requestId: randomUUID(), planId: await onSale(override), paymentMethodId: null, ...wish };
  await fillWallet(userId, 'EUR', minorUnits(50_000));
  return () => call(subscription.create, request, signedIn(userId));
}

export const subscriptionCases: readonly CostCase[] = [
  ...casesOf('plan.create', {
    'a monthly one': () => {
      const request = {
        requestId: randomUUID(),
        name: 'Pro',
        billingPeriod: 'monthly',
        price: minorUnits(10_000),
        currency: 'EUR',
      };
      return Promise.resolve(() => call(plan.create, request, finance));
    },
  }),
  ...casesOf('plan.update', {
    'its price': async () => {
      const planId = await onSale();
      return () => call(plan.update, { planId, price: minorUnits(12_000) }, finance);
    },
  }),
  ...casesOf('subscription.create', {
    'to be paid by link': () => subscribing({}),
    'paid from the wallet': () => subscribing({ useWallet: true }),
    'on trial': () => subscribing({}, { trialDays: 14 }),
  }),
  ...casesOf('subscription.previewChange', {
    'an upgrade': async () => {
      const userId = await running();
      return acting(
        subscription.previewChange,
        { planId: await onSale({ price: minorUnits(30_000) }) },
        userId,
      );
    },
  }),
  ...casesOf('subscription.change', {
    'an upgrade, to be paid by link': async () => {
      const userId = await running();
      const planId = await onSale({ price: minorUnits(30_000) });
      const { total } = await call(
        subscription.previewChange,
        { subscriptionId: SUBSCRIPTION, planId },
        signedIn(userId),
      );
      return acting(subscription.change, { planId, confirmedTotal: total }, userId);
    },
    'a downgrade': async () => {
      const userId = await running();
      const planId = await onSale({ price: minorUnits(5_000) });
      return acting(subscription.change, { planId, confirmedTotal: 0 }, userId);
    },
  }),
  ...casesOf('subscription.changePaymentWay', {
    'nothing is open': async () =>
      acting(subscription.changePaymentWay, { paymentMethodId: null }, await running()),
  }),
  ...casesOf('subscription.cancel', {
    'at the end of the period': async () =>
      acting(subscription.cancel, { when: 'PERIOD_END', reason: 'We move' }, await running()),
    'now, with an open invoice': async () => {
      const { userId } = await unpaid(1);
      return acting(subscription.cancel, { when: 'NOW', reason: 'We move' }, userId);
    },
  }),
  ...casesOf('subscription.resume', {
    'before the end': async () => acting(subscription.resume, {}, await running({ cancelAtPeriodEnd: true })),
  }),
  ...casesOf('subscription.access', {
    'by its customer': async () => acting(subscription.access, {}, await running()),
  }),
  ...casesOf('scheduled.subscriptions', {
    'nothing is due': async () => {
      await running();
      return () => advanceDueSubscriptions(firestore(), new Date());
    },
    'one is due': async () => {
      await due();
      return () => advanceDueSubscriptions(firestore(), new Date());
    },
  }),
  ...casesOf('tasks.advanceSubscription', {
    'the notice a week before': async () => {
      await running();
      return advanced(inDays(9));
    },
    'a renewal, to be paid by link': async () => {
      await due();
      return advanced(inDays(0));
    },
    'a renewal from the wallet': async () => {
      const userId = await due({ paymentWay: { ...LINK, useWallet: true } });
      await fillWallet(userId, 'EUR', minorUnits(50_000));
      return advanced(inDays(0));
    },
    'a reminder': async () => advanced((await unpaid(1)).now),
    'the suspension': async () => advanced((await unpaid(10)).now),
    'done meanwhile': async () => {
      await running();
      return advanced(new Date());
    },
  }),
  ...casesOf('tasks.retrySubscription', {
    'there is no card to charge': async () => {
      await unpaid(1);
      return () => retrySubscription(firestore(), SUBSCRIPTION, inDays(1));
    },
  }),
  ...casesOf('triggers.retryWithNewCard', {
    'one subscription waits for money': async () => {
      const { userId } = await unpaid(3);
      return () => retryWithNewCard(firestore(), userId, 'stripe_pm_1');
    },
  }),
  ...casesOf('triggers.mailEvent', {
    'of a subscription, with an invoice': mailed('subscription.paymentDue'),
    'of an invoice, which mails nothing': mailed('invoice.issued'),
  }),
  ...casesOf('scheduled.warnOfExpiry', {
    'a day like any other': () => Promise.resolve(() => warnOfExpiry(firestore(), new Date('2026-11-10'))),
    'a card that pays for a subscription expires in 30 days': async () => {
      const paymentWay = { kind: 'CARD', paymentMethodId: 'stripe_pm_1', useWallet: false } as const;
      const userId = await running({ paymentWay });
      const card = {
        userId,
        expYear: 2026,
        expMonth: 11,
        removedAt: null,
        lastFour: '4242',
        isDefault: true,
      };
      await seed(firestore(), { [paths.paymentMethod('stripe_pm_1')]: card });
      return () => warnOfExpiry(firestore(), new Date('2026-10-31T06:00:00Z'));
    },
  }),
];

function mailed(type: string): CostCase['prepare'] {
  return async () => {
    await unpaid(1);
    const { docs } = await firestore().collection('events').where('type', '==', type).get();
    const [event] = docs;
    if (event === undefined) throw new Error(`There is no ${type}`);
    return () => mailSubscriptionEvent(firestore(), event.id, event.data(), inDays(1));
  };
}
