import { webhooks } from '../../functions/src/index';
import { testKeys } from '../../functions/src/testing/environment';
import type { Served } from '../../functions/src/testing/http';
import { serve } from '../../functions/src/testing/http';
import { createDeliverer } from '../deliveries/deliverer';
import type { Paytr } from '../paytr/server';
import { startPaytr } from '../paytr/server';
import type { RunningStripe } from '../stripe/server';
import { startStripe } from '../stripe/server';

/** The real functions and a gateway's stand-in, wired to each other over HTTP. */
export interface Wired<Gateway> {
  readonly gateway: Gateway;
  /** Where it sends its callbacks. */
  readonly webhookUrl: string;
  /** Resolves when every callback was delivered and taken. */
  settled(): Promise<void>;
  /** Calls the stand-in's control address. */
  control(path: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * A callback that was refused is sent again at once, so that tests need not wait for it. What Stripe tells about one
 * payment comes in turn: the emulator has callbacks of the same documents wait for seconds. Whoever wants them at once
 * says so by `copies`, or meets them in the races.
 */
const deliverer = () => createDeliverer({ retryDelaysMs: [20], inTurn: true });

export async function wireStripe(): Promise<Wired<RunningStripe>> {
  const webhook = await serve(webhooks.stripe);
  const gateway = await startStripe({
    secretKey: testKeys.STRIPE_SECRET_KEY,
    webhookUrl: webhook.url,
    webhookSecret: testKeys.STRIPE_WEBHOOK_SECRET,
    deliverer: deliverer(),
  });
  process.env.STRIPE_API_URL = gateway.url;
  return wired(gateway, webhook);
}

export async function wirePaytr(): Promise<Wired<Paytr>> {
  const webhook = await serve(webhooks.paytr);
  const gateway = await startPaytr({
    merchantId: testKeys.PAYTR_MERCHANT_ID,
    merchantKey: testKeys.PAYTR_MERCHANT_KEY,
    merchantSalt: testKeys.PAYTR_MERCHANT_SALT,
    callbackUrl: webhook.url,
    deliverer: deliverer(),
  });
  process.env.PAYTR_API_URL = gateway.url;
  return wired(gateway, webhook);
}

function wired<Gateway extends Paytr | RunningStripe>(gateway: Gateway, webhook: Served): Wired<Gateway> {
  return {
    gateway,
    webhookUrl: webhook.url,
    settled: () => gateway.deliverer.settled(),
    control: async (path, body) => {
      const response = await fetch(`${gateway.url}/_control/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    close: async () => {
      await gateway.close();
      await webhook.close();
    },
  };
}
