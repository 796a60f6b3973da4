import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import type Stripe from 'stripe';
import { createDeliverer, type Deliverer } from '../deliveries/deliverer';
import { createApiFaultSwitch } from './api/faults';
import { createIdempotencyKeys } from './api/idempotency';
import { apiRouter } from './api/router';
import { controlRouter } from './control';
import { pageRouter } from './page/routes';
import { createClock } from './clock';
import { expireDueSessions } from './payments/checkout-session';
import { endpoints } from './resources';
import { eventEmitter } from './webhook';
import { emptyObjects, type Call } from './world';

const EXPIRY_SWEEP_MS = 10_000;

export interface StripeOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  secretKey: string;
  /** Where events are sent; null sends none. */
  webhookUrl: string | null;
  webhookSecret: string;
  deliverer?: Deliverer;
}

export interface RunningStripe {
  url: string;
  port: number;
  deliverer: Deliverer;
  /** Its clock, in Unix seconds. */
  now(): number;
  close(): Promise<void>;
}

/**
 * Starts the Stripe stand-in on 127.0.0.1: the API for `new Stripe(key, {host, port, protocol: 'http'})`, the hosted
 * pages, signed webhooks and `/_control`. Everything is held in memory and gone after `close`.
 */
export async function startStripe(options: StripeOptions): Promise<RunningStripe> {
  const { secretKey, webhookUrl, webhookSecret, deliverer = createDeliverer() } = options;
  if (secretKey === '') throw new Error('startStripe needs a secret key');
  if (webhookUrl !== null && webhookSecret === '') throw new Error('startStripe needs a webhook secret');

  const objects = emptyObjects();
  const clock = createClock();
  const webhook = { url: webhookUrl, secret: webhookSecret, deliverer, clock: clock.now };
  const app = express();
  const server = createServer(app);
  let url = '';

  const begin = (request: Stripe.Event.Request = { id: null, idempotency_key: null }): Call => ({
    objects,
    now: clock.now(),
    baseUrl: url,
    emit: eventEmitter(objects, webhook, clock.now, request),
    later: (step) => {
      setImmediate(() => {
        step(begin());
      });
    },
  });
  const faults = createApiFaultSwitch();
  const keys = createIdempotencyKeys();

  app.disable('x-powered-by');
  app.use('/_control', controlRouter({ begin, deliverer, faults, keys, clock }));
  app.use('/c', pageRouter(begin));
  app.use('/v1', apiRouter({ endpoints, secretKey, faults, keys, begin }));
  app.use(apiRouter({ endpoints: [], secretKey, faults, keys, begin }));
  app.use(reportMistake);

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  const sweep = setInterval(() => {
    expireDueSessions(begin());
  }, EXPIRY_SWEEP_MS);
  sweep.unref();

  return {
    url,
    port,
    deliverer,
    now: clock.now,
    async close() {
      clearInterval(sweep);
      deliverer.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers a mistake in a control request, or in the stand-in itself, in words. */
function reportMistake(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) next(error);
  else response.status(400).json({ error: error instanceof Error ? error.message : String(error) });
}
