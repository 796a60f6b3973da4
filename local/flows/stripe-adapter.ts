import { projectId, testKeys } from '../../functions/src/testing/environment';
import type Stripe from 'stripe';
import type { Checkout, GatewayEvent, MethodCharge } from '../../functions/src/gateways/gateway';
import { stripe } from '../../functions/src/gateways/stripe/adapter';
import { minorUnits } from '../../functions/src/core/money';
import { stripeCallback } from '../../functions/src/testing/callbacks';
import { createDeliverer } from '../deliveries/deliverer';
import { startStripe } from '../stripe/server';
import { clientOf } from './stripe-client';

/** The adapter and the stand-in, with no functions between: every webhook is lost, and read by the test instead. */
export interface AdapterHarness {
  readonly url: string;
  /** For what the merchant does in Stripe's dashboard. */
  readonly dashboard: Stripe;
  control(path: string, body: object): Promise<unknown>;
  /** What the adapter makes of the events of a type, oldest first, delivered and signed. */
  eventsOf(type: string): Promise<GatewayEvent[]>;
  close(): Promise<void>;
}

export async function startAdapter(): Promise<AdapterHarness> {
  const deliverer = createDeliverer();
  deliverer.setFaults({ drop: Number.MAX_SAFE_INTEGER });
  const running = await startStripe({
    secretKey: testKeys.STRIPE_SECRET_KEY,
    webhookUrl: 'http://127.0.0.1:1',
    webhookSecret: testKeys.STRIPE_WEBHOOK_SECRET,
    deliverer,
  });
  process.env.STRIPE_API_URL = running.url;
  const dashboard = clientOf(running);
  return {
    url: running.url,
    dashboard,
    async control(path, body) {
      const response = await fetch(`${running.url}/_control/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    async eventsOf(type) {
      const { data } = await dashboard.events.list({ type, limit: 100 });
      return Promise.all(data.toReversed().map(delivered));
    },
    close: () => running.close(),
  };
}

function delivered(event: Stripe.Event): Promise<GatewayEvent> {
  const receivedAt = new Date(event.created * 1000);
  const { body, headers } = stripeCallback(event, { at: receivedAt });
  return stripe.readEvent({ body: Buffer.from(body), headers, receivedAt });
}

/** Our ids of a payment, as every fact about it has them. */
export const referenceOf = ({ paymentId, userId, invoiceIds, currency }: Checkout | MethodCharge) => ({
  paymentId,
  owner: { userId, invoiceIds, currency },
});

let sequence = 0;

/** A payment of 120.00 EUR for one invoice, begun now as far as the stand-in's clock is concerned. */
export function aCheckout(override: Partial<Checkout> = {}): Checkout {
  sequence += 1;
  return {
    paymentId: `payment${sequence}`,
    userId: 'user1',
    invoiceIds: [`invoice${sequence}`],
    description: `HYB-202603-000${sequence}`,
    amount: minorUnits(12_000),
    currency: 'EUR',
    customer: {
      name: 'Ada Lovelace',
      email: 'ada@customer.example',
      address: 'Invalidenstraße 1, Berlin',
      locale: 'en',
    },
    maxInstallment: null,
    ipAddress: '192.0.2.1',
    startedAt: new Date(),
    gatewayCustomerId: null,
    saveMethod: false,
    ...override,
  };
}

/** The same amount from a kept card whose owner is away. */
export function aCharge(
  method: Pick<MethodCharge, 'gatewayCustomerId' | 'gatewayMethodId'>,
  override: Partial<MethodCharge> = {},
): MethodCharge {
  const { paymentId, userId, invoiceIds, description, amount, currency, customer, ipAddress } = aCheckout();
  return {
    paymentId,
    userId,
    invoiceIds,
    description,
    amount,
    currency,
    customer,
    ipAddress,
    isCustomerPresent: false,
    ...method,
    ...override,
  };
}

/** Fills in a hosted page; answers its status, and where it leads. */
export async function fillIn(
  url: string,
  number: string,
): Promise<{ status: number; location: string | null }> {
  const form = { number, expiry: '12/34', cvc: '123', name: 'Ada Lovelace' };
  return post(url, new URLSearchParams(form));
}

/** Agrees on a hosted page to a debit, which settles later. */
export function agreeToDebit(url: string): Promise<{ status: number; location: string | null }> {
  return post(`${url}/debit`, new URLSearchParams());
}

async function post(url: string, body: URLSearchParams) {
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  await response.arrayBuffer();
  return { status: response.status, location: response.headers.get('location') };
}

/** A checkout paid by card; answers what Stripe calls the payment. */
export async function aPaidCheckout(
  { dashboard }: AdapterHarness,
  checkout: Checkout,
  number = '4242424242424242',
): Promise<string> {
  const { url, gatewayCheckoutId } = await stripe.startCheckout(checkout);
  const page = await fillIn(url, number);
  if (page.status !== 303) throw new Error(`the page answered ${page.status}`);
  const session = await dashboard.checkout.sessions.retrieve(gatewayCheckoutId);
  if (typeof session.payment_intent !== 'string') throw new Error('the session has no payment');
  return session.payment_intent;
}

/** A customer who keeps the card of a test method such as `pm_card_visa`. */
export async function aKeptCard({ dashboard }: AdapterHarness, methodId: string) {
  const { id: customer } = await dashboard.customers.create({
    email: 'ada@customer.example',
    metadata: { project: projectId, userId: 'user1' },
  });
  const { id } = await dashboard.paymentMethods.attach(methodId, { customer });
  return { gatewayCustomerId: customer, gatewayMethodId: id };
}
