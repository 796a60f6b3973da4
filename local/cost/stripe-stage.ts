import type Stripe from 'stripe';
import { projectId } from '../../functions/src/testing/environment';
import { send, stripeCallback } from '../../functions/src/testing/callbacks';
import { firestore } from '../../functions/src/platform/firestore';
import { paths } from '../../functions/src/schema/paths';
import type { GatewayIdentity } from '../../functions/src/schema/user';
import { anIdentity } from '../../functions/src/testing/factories';
import { seed, storedPayment } from '../../functions/src/testing/world';
import { wireStripe } from '../flows/gateways';
import { agreeToDebit, fillIn } from '../flows/stripe-adapter';
import { clientOf } from '../flows/stripe-client';
import type { Scene } from './scenes';
import { checkout } from './scenes';

export const VISA = '4242424242424242';

/** Stripe's stand-in, which delivers nothing by itself: each event is delivered alone, so that it can be counted alone. */
export interface StripeStage {
  readonly dashboard: Stripe;
  readonly control: (path: string, body: object) => Promise<unknown>;
  /** A checkout whose page was filled in with a card, and nothing of it reported yet. */
  readonly payOn: (scene: Scene, number?: string, wish?: object) => Promise<Attempt>;
  /** The same, with a bank debit that settles later. */
  readonly debit: (scene: Scene) => Promise<Attempt>;
  /** A payment by card whose success was reported. */
  readonly paid: (scene: Scene) => Promise<Attempt>;
  /** Delivers the newest event of a type. */
  readonly deliver: (type: Stripe.Event.Type) => Promise<void>;
  /** Delivers an event that the stand-in does not make. */
  readonly send: (event: Stripe.Event) => Promise<void>;
  /** A customer of ours at Stripe who has paid there before, as far as our notes go. */
  readonly knows: (userId: string) => Promise<string>;
  /** A card that such a customer keeps, of one of Stripe's test methods; answers its id here. */
  readonly savedCard: (userId: string, testMethod?: string) => Promise<string>;
  /** A customer of ours at Stripe. */
  readonly customer: (userId: string) => Promise<string>;
  /** By the stand-in's clock. */
  readonly now: () => Date;
  readonly close: () => Promise<void>;
}

export interface Attempt {
  readonly paymentId: string;
  /** What Stripe calls the page and the payment. */
  readonly session: string;
  readonly intent: string;
}

export async function startStripeStage(): Promise<StripeStage> {
  const wired = await wireStripe();
  wired.gateway.deliverer.setFaults({ drop: Number.MAX_SAFE_INTEGER });
  const dashboard = clientOf(wired.gateway);

  async function begin(
    scene: Scene,
    wish: object,
    fill: (url: string) => Promise<unknown>,
  ): Promise<Attempt> {
    const { paymentId, url } = await checkout(scene, wish);
    await fill(url ?? '');
    const session = (await storedPayment(paymentId)).gatewayCheckoutId ?? '';
    const { payment_intent: intent } = await dashboard.checkout.sessions.retrieve(session);
    return { paymentId, session, intent: typeof intent === 'string' ? intent : '' };
  }

  async function deliver(type: Stripe.Event.Type): Promise<void> {
    const [event] = (await dashboard.events.list({ type, limit: 1 })).data;
    if (event === undefined) throw new Error(`Stripe made no ${type}`);
    await sendEvent(event);
  }

  async function sendEvent(event: Stripe.Event): Promise<void> {
    const { status, body } = await send(wired.webhookUrl, stripeCallback(event));
    if (status !== 200) throw new Error(`${event.type} was answered ${status} ${body}`);
  }

  async function customer(userId: string): Promise<string> {
    const metadata = { project: projectId, userId };
    return (await dashboard.customers.create({ email: 'ada@customer.example', metadata })).id;
  }

  async function knows(userId: string): Promise<string> {
    const identity = (await firestore().doc(paths.gatewayIdentity(userId)).get()).data();
    if (identity !== undefined) return (identity as GatewayIdentity).stripeCustomerId ?? '';
    const stripeCustomerId = await customer(userId);
    await seed(firestore(), { [paths.gatewayIdentity(userId)]: anIdentity({ stripeCustomerId }) });
    return stripeCustomerId;
  }

  const payOn: StripeStage['payOn'] = (scene, number = VISA, wish = {}) =>
    begin(scene, wish, (url) => fillIn(url, number));

  return {
    dashboard,
    control: (path, body) => wired.control(path, body),
    payOn,
    debit: (scene) => begin(scene, {}, agreeToDebit),
    paid: async (scene) => {
      const attempt = await payOn(scene);
      await deliver('checkout.session.completed');
      return attempt;
    },
    deliver,
    send: sendEvent,
    knows,
    savedCard: async (userId, testMethod = 'pm_card_visa') => {
      const { id } = await dashboard.paymentMethods.attach(testMethod, { customer: await knows(userId) });
      await deliver('payment_method.attached');
      return `stripe_${id}`;
    },
    customer,
    now: () => new Date(wired.gateway.now() * 1000),
    close: () => wired.close(),
  };
}
