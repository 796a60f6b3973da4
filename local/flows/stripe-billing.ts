import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import type Stripe from 'stripe';
import { payment, subscription, triggers } from '../../functions/src/index';
import { clock } from '../../functions/src/platform/clock';
import { firestore, fromFirestore } from '../../functions/src/platform/firestore';
import type { Invoice } from '../../functions/src/schema/invoice';
import { paths } from '../../functions/src/schema/paths';
import type { PaymentMethod } from '../../functions/src/schema/payment-method';
import type { Payment } from '../../functions/src/schema/payment';
import type { DunningAttempt, Subscription } from '../../functions/src/schema/subscription';
import { advanceSubscription } from '../../functions/src/subscriptions/advance-subscription';
import { call, signedIn } from '../../functions/src/testing/calls';
import { dump, inCollection } from '../../functions/src/testing/documents';
import { aCustomer } from '../../functions/src/testing/world';
import type { RunningStripe } from '../stripe/server';
import type { Wired } from './gateways';
import { wireStripe } from './gateways';
import { fillIn } from './stripe-adapter';
import { clientOf } from './stripe-client';

export const VISA = '4242424242424242';
export const NO_FUNDS = '4000000000009995';
export const EXPIRED = '4000000000000069';
export const ALWAYS_AUTHENTICATES = '4000002760003184';

const NO_FAULTS = { hold: false, copies: 1, drop: 0, order: 'fifo', api: { fail: 0 } };
const DAY_MS = 24 * 60 * 60 * 1000;

/** The functions, the emulator and Stripe's stand-in, all by the stand-in's clock, which a story moves forward. */
export interface BillingWorld {
  readonly stripe: Wired<RunningStripe>;
  readonly dashboard: Stripe;
  now(): Date;
  /** To an instant; what Stripe does on the way is told, and taken, unless callbacks are held back. */
  goTo(instant: Date): Promise<void>;
  hold(): Promise<void>;
  release(): Promise<void>;
  noFaults(): Promise<void>;
  close(): Promise<void>;
}

export async function startBillingWorld(): Promise<BillingWorld> {
  process.env.STRIPE_BILLING = 'true';
  const wired = await wireStripe();
  let isHeld = false;
  // What is held back comes when it is released, and is not waited for.
  const stripe = {
    ...wired,
    settled: async () => {
      if (!isHeld) await wired.settled();
    },
  };
  const now = () => new Date(stripe.gateway.now() * 1000);
  jest.spyOn(clock, 'now').mockImplementation(now);
  const release = async () => {
    isHeld = false;
    await stripe.control('faults', { hold: false });
    await stripe.control('release', {});
    await stripe.settled();
  };
  return {
    stripe,
    dashboard: clientOf(stripe.gateway),
    now,
    goTo: async (instant) => {
      if (instant > now()) await stripe.control('clock', { to: instant.toISOString() });
      await stripe.settled();
    },
    hold: async () => {
      isHeld = true;
      await stripe.control('faults', { hold: true });
    },
    release,
    noFaults: async () => {
      await stripe.control('faults', NO_FAULTS);
      await release();
    },
    close: () => stripe.close(),
  };
}

/** A customer who subscribes, and everything that happens to their subscription. */
export async function aSubscriber(world: BillingWorld, planId: string) {
  const { stripe, dashboard } = world;
  const db = firestore();
  const userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
  const me = signedIn(userId);

  const cards = async () => (await call(payment.methods, {}, me)).methods;

  /** Keeps a card by Stripe's page, as the customer's default; answers its id here. */
  async function keep(number = VISA): Promise<string> {
    const before = new Set((await cards()).map(({ paymentMethodId }) => paymentMethodId));
    const { url } = await call(payment.setupMethod, { setupId: randomUUID() }, me);
    await fillIn(url, VISA);
    await stripe.settled();
    const card = (await cards()).find(({ paymentMethodId }) => !before.has(paymentMethodId));
    if (card === undefined) throw new Error('no card was kept');
    const { paymentMethodId } = card;
    if (!card.isDefault) await call(payment.setDefaultMethod, { paymentMethodId }, me);
    if (number !== VISA) await becomes(paymentMethodId, number);
    return paymentMethodId;
  }

  /** From now on a kept card behaves like another test card. */
  async function becomes(paymentMethodId: string, number: string): Promise<void> {
    const method = (await db.doc(paths.paymentMethod(paymentMethodId)).get()).data() as PaymentMethod;
    await stripe.control('cards', { payment_method: method.gatewayMethodId, number });
  }

  const card = await keep();
  const begun = await call(
    subscription.create,
    { requestId: randomUUID(), planId, paymentMethodId: undefined },
    me,
  );
  const { subscriptionId } = begun;
  await stripe.settled();

  /** The trigger on the subscription, as Firestore runs it after each of its changes. */
  const tell = async (): Promise<void> => {
    const after = await db.doc(paths.subscription(subscriptionId)).get();
    // All that the trigger looks at.
    const event = { params: { id: subscriptionId }, data: { after } };
    await triggers.tellStripe.run(event as unknown as Parameters<typeof triggers.tellStripe.run>[0]);
  };

  const stored = async (): Promise<Subscription> => {
    const data = (await db.doc(paths.subscription(subscriptionId)).get()).data();
    if (data === undefined) throw new Error('There is no subscription');
    return fromFirestore(data) as Subscription;
  };

  const atStripe = async (): Promise<Stripe.Subscription> => {
    const { data } = await dashboard.subscriptions.list({ status: 'all', limit: 100 });
    const found = data.find(({ metadata }) => metadata.subscriptionId === subscriptionId);
    if (found === undefined) throw new Error('Stripe has no such subscription');
    return found;
  };

  await tell();
  return {
    userId,
    me,
    subscriptionId,
    card,
    begun,
    keep,
    becomes,
    tell,
    stored,
    atStripe,
    /** Invoices over nothing, of a trial, left out; oldest first. */
    invoicesAtStripe: async (): Promise<Stripe.Invoice[]> => {
      const { data } = await dashboard.invoices.list({ subscription: (await atStripe()).id, limit: 100 });
      return data.filter(({ total }) => total > 0).toReversed();
    },
    /** In the order of their numbers. */
    invoices: async (): Promise<(Invoice & { id: string })[]> => {
      const all = inCollection<Invoice>(await dump(db), 'invoices/*');
      return all
        .filter((invoice) => invoice.subscriptionId === subscriptionId)
        .sort((a, b) => (a.invoiceNumber ?? '').localeCompare(b.invoiceNumber ?? ''));
    },
    payments: async (): Promise<(Payment & { id: string })[]> => {
      const all = inCollection<Payment>(await dump(db), 'payments/*');
      return all.filter((one) => one.userId === userId);
    },
    balance: async (): Promise<number> =>
      ((await db.doc(paths.wallet(userId, 'EUR')).get()).get('balance') as number | undefined) ?? 0,
    attempts: async (): Promise<[string, string | null][]> => {
      const { docs } = await db.doc(paths.subscription(subscriptionId)).collection('dunningAttempts').get();
      return docs
        .map((doc) => doc.data() as DunningAttempt)
        .sort((a, b) => a.attemptNumber - b.attemptNumber)
        .map(({ result, failureReason }) => [result, failureReason]);
    },
    /** The engine's task, and what the trigger does after it. */
    advance: async () => {
      const did = await advanceSubscription(db, subscriptionId, world.now());
      await stripe.settled();
      await tell();
      await stripe.settled();
      return did;
    },
    /** To so many days after a period's end and an hour, when Stripe has finalized and charged its invoice. */
    goToDay: async (end: Date, days: number) => {
      await world.goTo(new Date(end.getTime() + days * DAY_MS + 65 * 60 * 1000));
    },
    /** The customer pays the open invoice on Stripe's page. */
    payOnPage: async () => {
      const { openInvoiceId } = await stored();
      const request = { attemptId: randomUUID(), invoiceIds: [openInvoiceId] };
      const { url } = await call(payment.checkout, request, me);
      await fillIn(url ?? '', VISA);
      await stripe.settled();
    },
    /** Leaves nothing behind that would renew in the next test. */
    leave: async () => {
      await world.noFaults();
      if ((await stored()).status !== 'CANCELLED') {
        await call(subscription.cancel, { subscriptionId, when: 'NOW', reason: 'The test is over' }, me);
      }
      await tell();
      await stripe.settled();
    },
  };
}

export type Subscriber = Awaited<ReturnType<typeof aSubscriber>>;
