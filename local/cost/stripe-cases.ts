import { randomUUID } from 'node:crypto';
import { payment } from '../../functions/src/index';
import { call, finance } from '../../functions/src/testing/calls';
import { aCustomer } from '../../functions/src/testing/world';
import type { CostCase } from './cost-case';
import { casesOf } from './cost-case';
import { abroad, fillWallet } from './scenes';
import { subscribed } from './subscription-cases';
import type { StripeStage } from './stripe-stage';

const NO_FUNDS = '4000000000009995';

/** Every event that we act on, alone; at the end the same news by a second event, a repeat, and one that is not ours. */
export const stripeCases = (stripe: StripeStage): readonly CostCase[] => [
  ...casesOf('checkout.session.completed', {
    'paid by card': async () => {
      await stripe.payOn(await abroad());
      return () => stripe.deliver('checkout.session.completed');
    },
    'paid by card, for a subscription that begins': async () => {
      await stripe.payOn(await subscribed());
      return () => stripe.deliver('checkout.session.completed');
    },
    'a part was held in the wallet': async () => {
      const scene = await abroad();
      await fillWallet(scene.userId, 'EUR');
      await stripe.payOn(scene, undefined, { useWallet: true });
      return () => stripe.deliver('checkout.session.completed');
    },
    'a debit that settles later': async () => {
      await stripe.debit(await abroad());
      return () => stripe.deliver('checkout.session.completed');
    },
    'the same event again': async () => {
      await stripe.payOn(await abroad());
      await stripe.deliver('checkout.session.completed');
      return () => stripe.deliver('checkout.session.completed');
    },
  }),
  ...casesOf('checkout.session.async_payment_succeeded', {
    'a debit has settled': settledDebit(stripe, 'succeeded'),
  }),
  ...casesOf('checkout.session.async_payment_failed', {
    'a debit was refused': settledDebit(stripe, 'failed'),
  }),
  ...casesOf('checkout.session.expired', {
    'a part was held in the wallet': async () => {
      const scene = await abroad();
      await fillWallet(scene.userId, 'EUR');
      const { session } = await stripe.payOn(scene, NO_FUNDS, { useWallet: true });
      await stripe.dashboard.checkout.sessions.expire(session);
      return () => stripe.deliver('checkout.session.expired');
    },
  }),
  ...casesOf('payment_intent.succeeded', {
    'before any other news': async () => {
      await stripe.payOn(await abroad());
      return () => stripe.deliver('payment_intent.succeeded');
    },
    'after checkout.session.completed': async () => {
      await stripe.paid(await abroad());
      return () => stripe.deliver('payment_intent.succeeded');
    },
  }),
  ...casesOf('payment_intent.processing', {
    'a debit that settles later': async () => {
      await stripe.debit(await abroad());
      return () => stripe.deliver('payment_intent.processing');
    },
  }),
  ...casesOf('payment_intent.payment_failed', {
    'a saved card whose bank wants its customer: with a mail': async () => {
      await unansweredCharge(stripe, 'pm_card_authenticationRequired');
      return () => stripe.deliver('payment_intent.payment_failed');
    },
    'a declined card': async () => {
      await stripe.payOn(await abroad(), NO_FUNDS);
      return () => stripe.deliver('payment_intent.payment_failed');
    },
  }),
  ...casesOf('charge.refunded', {
    'a part, in the dashboard': async () => {
      const { intent } = await stripe.paid(await abroad());
      await stripe.dashboard.refunds.create({ payment_intent: intent, amount: 6_000 });
      return () => stripe.deliver('charge.refunded');
    },
  }),
  ...casesOf('charge.dispute.created', {
    'the bank took the money': async () => {
      await disputed(stripe);
      return () => stripe.deliver('charge.dispute.created');
    },
  }),
  ...casesOf('charge.dispute.funds_withdrawn', {
    'after charge.dispute.created': async () => {
      await disputed(stripe);
      await stripe.deliver('charge.dispute.created');
      return () => stripe.deliver('charge.dispute.funds_withdrawn');
    },
  }),
  ...casesOf('charge.dispute.closed', {
    won: async () => {
      const dispute = await disputed(stripe);
      await stripe.deliver('charge.dispute.created');
      await stripe.control('dispute/status', { dispute, status: 'won' });
      return () => stripe.deliver('charge.dispute.closed');
    },
  }),
  ...casesOf('setup_intent.succeeded', {
    'a new card': async () => {
      const userId = await aCustomer();
      const customer = await stripe.customer(userId);
      await stripe.dashboard.setupIntents.create({
        customer,
        payment_method: 'pm_card_visa',
        confirm: true,
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        metadata: (
          (await stripe.dashboard.customers.retrieve(customer)) as { metadata: Record<string, string> }
        ).metadata,
      });
      return () => stripe.deliver('setup_intent.succeeded');
    },
  }),
  ...casesOf('payment_method.attached', {
    'a new card': async () => {
      await keptCard(stripe);
      return () => stripe.deliver('payment_method.attached');
    },
  }),
  ...casesOf('payment_method.updated', {
    'another month': async () => {
      const card = await keptCard(stripe);
      await stripe.deliver('payment_method.attached');
      await stripe.dashboard.paymentMethods.update(card, { card: { exp_month: 5, exp_year: 2040 } });
      return () => stripe.deliver('payment_method.updated');
    },
  }),
  ...casesOf('payment_method.automatically_updated', {
    'replaced by its bank': async () => {
      const card = await keptCard(stripe);
      await stripe.deliver('payment_method.attached');
      await stripe.control('cards/renew', { payment_method: card, exp_month: 5, exp_year: 2040 });
      return () => stripe.deliver('payment_method.automatically_updated');
    },
  }),
  ...casesOf('payment_method.detached', {
    'the default card': async () => {
      const card = await keptCard(stripe);
      await stripe.deliver('payment_method.attached');
      await stripe.dashboard.paymentMethods.detach(card);
      return () => stripe.deliver('payment_method.detached');
    },
  }),
  ...casesOf('any other type', {
    'recorded as IGNORED': async () => {
      await stripe.customer(await aCustomer());
      return () => stripe.deliver('customer.created');
    },
  }),
];

/** A saved card was charged, and neither the answer nor an event has come. */
async function unansweredCharge(stripe: StripeStage, testMethod: string): Promise<void> {
  const { userId, invoiceId } = await abroad();
  await stripe.savedCard(userId, testMethod);
  await stripe.control('faults', {
    api: { fail: 3, status: 'drop', after: true, path: '/payment_intents' },
  });
  await call(payment.charge, { requestId: randomUUID(), invoiceIds: [invoiceId] }, finance);
}

function settledDebit(stripe: StripeStage, outcome: 'succeeded' | 'failed'): CostCase['prepare'] {
  return async () => {
    const { intent } = await stripe.debit(await abroad());
    await stripe.deliver('checkout.session.completed');
    await stripe.control('settle', { payment_intent: intent, outcome });
    return () => stripe.deliver(`checkout.session.async_payment_${outcome}`);
  };
}

async function disputed(stripe: StripeStage): Promise<string> {
  const { intent } = await stripe.paid(await abroad());
  const { id } = (await stripe.control('dispute', { payment_intent: intent })) as { id: string };
  return id;
}

async function keptCard(stripe: StripeStage): Promise<string> {
  const customer = await stripe.customer(await aCustomer());
  return (await stripe.dashboard.paymentMethods.attach('pm_card_visa', { customer })).id;
}
