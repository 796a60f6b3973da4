import type Stripe from 'stripe';
import type { Harness } from './harness';

const DAY = 24 * 60 * 60;

/** A customer with a card of one of Stripe's test methods as the default, and a product to sell them. */
export async function aPayer({ client }: Harness, testMethod = 'pm_card_visa') {
  const { id: customer } = await client.customers.create({ email: 'ada@example.com' });
  const { id: method } = await client.paymentMethods.attach(testMethod, { customer });
  const { id: product } = await client.products.create({ name: 'Pro' });
  return { customer, method, product };
}

/** Parameters of a subscription of 12.00 EUR a month that begins in ten days. */
export function subscriptionOf(
  harness: Harness,
  { customer, method, product }: Awaited<ReturnType<typeof aPayer>>,
  changes: Partial<Stripe.SubscriptionCreateParams> = {},
): Stripe.SubscriptionCreateParams {
  return {
    customer,
    default_payment_method: method,
    items: [
      { price_data: { currency: 'eur', product, unit_amount: 1200, recurring: { interval: 'month' } } },
    ],
    trial_end: harness.running.now() + 10 * DAY,
    metadata: { subscriptionId: 'sub-1' },
    ...changes,
  };
}

export async function aSubscription(
  harness: Harness,
  testMethod = 'pm_card_visa',
  changes: Partial<Stripe.SubscriptionCreateParams> = {},
): Promise<Stripe.Subscription> {
  const payer = await aPayer(harness, testMethod);
  return harness.client.subscriptions.create(subscriptionOf(harness, payer, changes));
}

/** Moves the stand-in's clock forward by days. */
export async function moveOn(harness: Harness, days: number): Promise<void> {
  const to = new Date((harness.running.now() + days * DAY) * 1000).toISOString();
  await harness.control('clock', { to });
}

/** The newest invoice of a subscription that is over something. */
export async function latestInvoice({ client }: Harness, subscription: string): Promise<Stripe.Invoice> {
  const { data } = await client.invoices.list({ subscription, limit: 100 });
  const invoice = data.find(({ total }) => total > 0);
  if (!invoice) throw new Error('there is no invoice');
  return invoice;
}
