import { addDays, dayOf, startOfDay } from '../../functions/src/core/calendar';
import { updateGatewayCustomers } from '../../functions/src/customers/update-gateway-customers';
import { firestore } from '../../functions/src/platform/firestore';
import { paths } from '../../functions/src/schema/paths';
import type { Subscription } from '../../functions/src/schema/subscription';
import { advanceSubscription } from '../../functions/src/subscriptions/advance-subscription';
import { NOT_TOLD } from '../../functions/src/subscriptions/rules/stripe/billed-by-stripe';
import { tellStripe } from '../../functions/src/subscriptions/tell-stripe';
import { tellStripeOfCard } from '../../functions/src/subscriptions/tell-stripe-of-card';
import { tellStripeAgain } from '../../functions/src/subscriptions/tell-stripe-again';
import { aSubscription } from '../../functions/src/subscriptions/testing/subscription-factory';
import { aBillingInvoice, anEvent } from '../../functions/src/testing/stripe-factories';
import { aCustomer, seed } from '../../functions/src/testing/world';
import type { CostCase } from './cost-case';
import { casesOf } from './cost-case';
import type { StripeStage } from './stripe-stage';

/** Another for each case: Stripe remembers the orders of the one before. */
let subscriptionId = '';
let sequence = 0;
const HOUR_MS = 60 * 60 * 1000;
const WAY = { kind: 'CARD', paymentMethodId: null, useWallet: false } as const;

/** Ten days before its period ends by Stripe's clock, and Stripe has been told nothing of it. */
async function untold(stripe: StripeStage, testMethod?: string): Promise<Date> {
  // What an earlier case has left there would be renewed with it.
  const { data } = await stripe.dashboard.subscriptions.list({ limit: 100 });
  for (const { id } of data) await stripe.dashboard.subscriptions.cancel(id);
  sequence += 1;
  subscriptionId = `sub${String(sequence).padStart(12, '0')}`;
  const userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
  await stripe.savedCard(userId, testMethod);
  const today = dayOf(stripe.now());
  const end = startOfDay(addDays(today, 10));
  const stored = aSubscription({
    userId,
    currency: 'EUR',
    locale: 'en',
    paymentWay: WAY,
    anchorDay: Number(dayOf(end).slice(8)),
    currentPeriodStart: startOfDay(addDays(today, -20)),
    currentPeriodEnd: end,
    nextActionAt: end,
    stripe: NOT_TOLD,
  });
  await seed(firestore(), { [paths.subscription(subscriptionId)]: stored });
  return end;
}

/** The same, and Stripe is to bill it. */
async function told(stripe: StripeStage, testMethod?: string): Promise<Date> {
  const end = await untold(stripe, testMethod);
  await tellStripe(firestore(), subscriptionId, stripe.now());
  return end;
}

/** Stripe has begun the next period, and none of its callbacks has come. */
async function renewed(stripe: StripeStage, testMethod?: string): Promise<Date> {
  const end = await told(stripe, testMethod);
  const to = new Date(end.getTime() + 2 * HOUR_MS);
  await stripe.control('clock', { to: to.toISOString() });
  return to;
}

async function subscriptionAtStripe(): Promise<string> {
  const stored = await firestore().doc(paths.subscription(subscriptionId)).get();
  return (stored.data() as Subscription).stripeSubscriptionId ?? '';
}

/** What a subscription costs us that Stripe bills, callbacks aside. */
export const stripeBilledCases = (stripe: StripeStage): readonly CostCase[] => [
  ...casesOf('triggers.tellStripe', {
    'begin to bill': async () => {
      await untold(stripe);
      return () => tellStripe(firestore(), subscriptionId, stripe.now());
    },
    'nothing is to be told': async () => {
      await told(stripe);
      return () => tellStripe(firestore(), subscriptionId, stripe.now());
    },
  }),
  ...casesOf('triggers.tellStripeOfCard', {
    'one subscription is paid with the default card': async () => {
      await told(stripe);
      const stored = await firestore().doc(paths.subscription(subscriptionId)).get();
      const { userId } = stored.data() as Subscription;
      return () => tellStripeOfCard(firestore(), userId, stripe.now());
    },
  }),
  ...casesOf('triggers.updateGatewayCustomers', {
    'another name': async () => {
      await told(stripe);
      const stored = await firestore().doc(paths.subscription(subscriptionId)).get();
      const { userId } = stored.data() as Subscription;
      return () => updateGatewayCustomers(firestore(), userId, stripe.now());
    },
  }),
  ...casesOf('tasks.tellStripe', {
    'to end with its period': async () => {
      await told(stripe);
      await firestore().doc(paths.subscription(subscriptionId)).update({ cancelAtPeriodEnd: true });
      return () => tellStripe(firestore(), subscriptionId, stripe.now());
    },
  }),
  ...casesOf('scheduled.subscriptions', {
    'every order is answered': async () => {
      await told(stripe);
      return () => tellStripeAgain(firestore(), stripe.now());
    },
  }),
  ...casesOf('tasks.advanceSubscription', {
    'a renewal of Stripe’s whose callbacks are lost': async () => {
      const renewedAt = await renewed(stripe);
      const dayAfter = new Date(renewedAt.getTime() + 24 * HOUR_MS);
      return () => advanceSubscription(firestore(), subscriptionId, dayAfter);
    },
    'a retry at Stripe on day 1, which pays': async () => {
      const renewedAt = await renewed(stripe, 'pm_card_chargeCustomerFail');
      await stripe.deliver('invoice.payment_failed');
      const stored = await firestore().doc(paths.subscription(subscriptionId)).get();
      const { gatewayMethodId = '' } = (stored.data() as Subscription).stripe?.told ?? {};
      await stripe.control('cards', { payment_method: gatewayMethodId, number: '4242424242424242' });
      const dayOne = new Date(renewedAt.getTime() + 25 * HOUR_MS);
      return () => advanceSubscription(firestore(), subscriptionId, dayOne);
    },
  }),
];

/** The callbacks of such a subscription. */
export const stripeBillingEventCases = (stripe: StripeStage): readonly CostCase[] => [
  ...casesOf('invoice.finalized', {
    'a period begins: our invoice with its number': async () => {
      await renewed(stripe);
      return () => stripe.deliver('invoice.finalized');
    },
  }),
  ...casesOf('invoice.paid', {
    'after invoice.finalized': async () => {
      await renewed(stripe);
      await stripe.deliver('invoice.finalized');
      return () => stripe.deliver('invoice.paid');
    },
    'before any other news': async () => {
      await renewed(stripe);
      return () => stripe.deliver('invoice.paid');
    },
    'of an invoice by nobody’s order': () =>
      Promise.resolve(() => stripe.send(anEvent('invoice.paid', aBillingInvoice({ parent: null })))),
  }),
  ...casesOf('invoice.payment_failed', {
    'day 0, after invoice.finalized': async () => {
      await renewed(stripe, 'pm_card_chargeCustomerFail');
      await stripe.deliver('invoice.finalized');
      return () => stripe.deliver('invoice.payment_failed');
    },
  }),
  ...casesOf('customer.subscription.updated', {
    'it is as we have it': async () => {
      await renewed(stripe);
      return () => stripe.deliver('customer.subscription.updated');
    },
    'in the dashboard, to end with its period': async () => {
      await told(stripe);
      await stripe.dashboard.subscriptions.update(await subscriptionAtStripe(), {
        cancel_at_period_end: true,
      });
      return () => stripe.deliver('customer.subscription.updated');
    },
  }),
  ...casesOf('customer.subscription.deleted', {
    'in the dashboard': async () => {
      await told(stripe);
      await stripe.dashboard.subscriptions.cancel(await subscriptionAtStripe());
      return () => stripe.deliver('customer.subscription.deleted');
    },
  }),
];
