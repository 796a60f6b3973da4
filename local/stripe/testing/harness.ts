import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { createDeliverer } from '../../deliveries/deliverer';
import { startStripe, type RunningStripe } from '../server';

export const SECRET_KEY = 'sk_test_local';
export const WEBHOOK_SECRET = 'whsec_local';

export interface Harness {
  running: RunningStripe;
  client: Stripe;
  /** Events the receiver took, in the order of arrival, their signature checked by the official client. */
  received: Stripe.Event[];
  /** `Stripe-Signature` of every request, taken or not. */
  signatures: string[];
  /** What the receiver answers; 200 at first. */
  answer: (status: number) => void;
  /** Types of the events of the stand-in, oldest first, once the call that made them is over. */
  types(): Promise<string[]>;
  control(path: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

interface Receiver {
  url: string;
  server: Server;
}

async function startReceiver(receive: (body: string, signature: string) => number): Promise<Receiver> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const signature = String(request.headers['stripe-signature']);
      response.writeHead(receive(Buffer.concat(parts).toString(), signature)).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/webhook`, server };
}

/** A client of the stand-in that never retries, unless asked to. */
export function clientOf(
  running: RunningStripe,
  options: { retries?: number; timeout?: number } = {},
): Stripe {
  return new Stripe(SECRET_KEY, {
    host: '127.0.0.1',
    port: running.port,
    protocol: 'http',
    maxNetworkRetries: options.retries ?? 0,
    ...(options.timeout !== undefined && { timeout: options.timeout }),
    telemetry: false,
  });
}

/** The stand-in, a client for it, and a receiver of its webhooks that checks every signature. */
export async function startHarness(): Promise<Harness> {
  const received: Stripe.Event[] = [];
  const signatures: string[] = [];
  let status = 200;
  const verifier = new Stripe(SECRET_KEY);
  const receiver = await startReceiver((body, signature) => {
    signatures.push(signature);
    const event = verifier.webhooks.constructEvent(body, signature, WEBHOOK_SECRET);
    if (status < 300) received.push(event);
    return status;
  });
  const running = await startStripe({
    secretKey: SECRET_KEY,
    webhookUrl: receiver.url,
    webhookSecret: WEBHOOK_SECRET,
    deliverer: createDeliverer({ retryDelaysMs: [1] }),
  });
  const client = clientOf(running);
  return {
    running,
    client,
    received,
    signatures,
    answer(next) {
      status = next;
    },
    async types() {
      const events = await client.events.list({ limit: 100 });
      return events.data.map(({ type }): string => type).toReversed();
    },
    async control(path, body) {
      const response = await fetch(`${running.url}/_control/${path}`, {
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'Content-Type': 'application/json' },
      });
      return response.json();
    },
    async close() {
      await running.close();
      receiver.server.closeAllConnections();
      await new Promise((resolve) => receiver.server.close(resolve));
    },
  };
}

/** The error a call ends in. */
export async function errorOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error(`expected the call to be refused, got ${String(error)}`);
}

/** Parameters of an ordinary payment session: 2 × 12.50 EUR. */
export function paymentSession(
  changes: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    success_url: 'http://127.0.0.1:1/done?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://127.0.0.1:1/back',
    client_reference_id: 'order-7',
    customer_email: 'ada@example.com',
    line_items: [
      {
        quantity: 2,
        price_data: { currency: 'eur', unit_amount: 1250, product_data: { name: 'Sözleşme <b>A&B</b>' } },
      },
    ],
    metadata: { invoiceId: 'inv_1' },
    payment_intent_data: { metadata: { paymentId: 'pay_1' } },
    ...changes,
  };
}

/** A filled card form. */
export function cardForm(number: string, changes: Record<string, string> = {}): URLSearchParams {
  const year = String((new Date().getUTCFullYear() + 2) % 100);
  return new URLSearchParams({
    number,
    expiry: `12 / ${year}`,
    cvc: '123',
    name: 'Ada Lovelace',
    ...changes,
  });
}

/** Sends a form of a hosted page and follows nothing. */
export function postForm(url: string, body: URLSearchParams): Promise<Response> {
  return fetch(url, { method: 'POST', body, redirect: 'manual' });
}
