import { minorUnits, multiply } from '../../core/money';
import { checkout } from '../../payments/checkout';
import { detachMethod } from '../../payments/detach-method';
import { methods } from '../../payments/methods';
import { setDefaultMethod } from '../../payments/set-default-method';
import { setupMethod } from '../../payments/setup-method';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Plan } from '../../schema/plan';
import type { Subscription } from '../../schema/subscription';
import { cancelSubscription } from '../../subscriptions/cancel';
import { changeSubscription } from '../../subscriptions/change';
import { createSubscription } from '../../subscriptions/create';
import { previewChange } from '../../subscriptions/preview-change';
import { resumeSubscription } from '../../subscriptions/resume';
import { topUp } from '../../wallets/top-up';
import { aUser } from '../factories';
import type { Business, Persona } from './business';
import { ask, deliver, look } from './business';
import type { Offer } from './catalogue';
import { OFFERS } from './catalogue';

/** What a customer does in the portal, each call as the browser makes it. */

const HOUR_MS = 60 * 60_000;
export const hoursLater = (at: Date, hours: number) => new Date(at.getTime() + Math.floor(hours * HOUR_MS));

/** The plan of an offer, as `Business.planIds` names it. */
export function planKey({ tier, period, currency, isTrial }: Offer): string {
  return [tier, period, currency, isTrial ? 'trial' : 'paid'].join();
}

/** Opens an account, keeps a card or fills the wallet, and subscribes. */
export async function signUp(business: Business, persona: Persona, at: Date): Promise<void> {
  const { cloud } = business;
  const { uid, country, currency, locale, way, gateway } = persona;
  const name = `Müşteri ${uid.slice(-5)}`;
  const profile = aUser({ email: `${uid}@customer.example`, displayName: name, country, currency, locale });
  // The browser writes the profile by itself.
  await cloud.db.doc(paths.user(uid)).set({ ...profile, createdAt: at, updatedAt: at });
  if (way !== 'LINK' && gateway === 'stripe') await enterCard(business, persona, at);
  await subscribe(business, persona, firstOffer(business, persona), at);
}

/** Mostly the small plan by the month, and every fourth of those on trial. */
function firstOffer({ draw }: Business, { uid, currency }: Persona): Offer {
  const choices = OFFERS.filter((offer) => offer.currency === currency).map((offer) => {
    const tier = [6, 3, 1][offer.tier] ?? 0;
    const period = offer.period === 'monthly' ? 4 : 1;
    return [offer, tier * period * (offer.isTrial ? 1 / 3 : 1)] as const;
  });
  return draw.oneOf(choices, 'offer', uid);
}

/** Subscribes, and pays the first invoice unless it is one of those that nobody pays. */
export async function subscribe(business: Business, persona: Persona, offer: Offer, at: Date): Promise<void> {
  const { draw, odds, planIds, cloud } = business;
  const { uid, way } = persona;
  const planId = planIds.get(planKey(offer)) ?? '';
  if (way === 'WALLET') await fillWallet(business, persona, planId, at);
  const request = {
    requestId: draw.uuid('subscribe', uid, at.getTime()),
    planId,
    ...(way === 'LINK' ? { paymentMethodId: null } : {}),
    useWallet: way === 'WALLET',
  };
  // Who subscribes takes a number and is alone in it: the setting is nobody else's meanwhile.
  process.env.STRIPE_BILLING = String(persona.stripeBilling);
  const answer = await ask(business, ['subscription.create', createSubscription], request, uid, at);
  await deliver(business, at, uid);
  if (typeof answer?.invoiceId !== 'string') return;
  const { invoiceId, subscriptionId } = answer;
  const stored = await look(cloud.db, paths.subscription(subscriptionId));
  if (stored?.openInvoiceId !== invoiceId || draw.happens(odds.firstUnpaid, 'firstUnpaid', invoiceId)) return;
  const delay = draw.number('firstPaid', invoiceId) ** 4 * 72;
  payLater(business, persona, invoiceId, hoursLater(at, delay));
}

export function payLater(business: Business, persona: Persona, invoiceId: string, at: Date): void {
  const { uid } = persona;
  const run = (now: Date) => payInvoice(business, persona, invoiceId, now);
  business.agenda.add({ at, uid, what: `pay ${invoiceId}`, takesNumber: false, run });
}

/** Pays what is due on an invoice on the gateway's page; who keeps a card ticks the box. */
export async function payInvoice(
  business: Business,
  persona: Persona,
  invoiceId: string,
  at: Date,
): Promise<void> {
  const { uid, way } = persona;
  const invoice: Invoice | null = await look(business.cloud.db, paths.invoice(invoiceId));
  if (invoice === null || !['PENDING', 'PARTIAL', 'OVERDUE'].includes(invoice.status)) return;
  const request = {
    attemptId: business.draw.uuid('pay', invoiceId, at.getTime()),
    invoiceIds: [invoiceId],
    useWallet: way === 'WALLET',
    saveMethod: way !== 'LINK',
  };
  const answer = await ask(business, ['payment.checkout', checkout], request, uid, at);
  if (answer === null || answer.kind === 'SETTLED') return;
  await payOnPage(business, persona, answer.paymentId, at);
  if (way !== 'LINK') await lookAtCards(business, persona, at);
}

async function payOnPage(business: Business, { uid }: Persona, paymentId: string, at: Date): Promise<void> {
  await business.cloud.run('(the gateway)', at, () => {
    business.gateways.payOnPage(paymentId);
    return Promise.resolve();
  });
  await deliver(business, at, uid);
}

/** The portal's page of cards; the newest becomes the default. */
async function lookAtCards(business: Business, { uid }: Persona, at: Date): Promise<void> {
  const answer = await ask(business, ['payment.methods', methods], {}, uid, at);
  const kept = answer?.methods ?? [];
  const newest = [...kept].sort((a, b) => (a.paymentMethodId < b.paymentMethodId ? 1 : -1))[0];
  if (newest === undefined || newest.isDefault) return;
  const { paymentMethodId } = newest;
  await ask(business, ['payment.setDefaultMethod', setDefaultMethod], { paymentMethodId }, uid, at);
  const old = kept.find(({ isDefault }) => isDefault);
  if (old === undefined || !business.draw.happens(0.5, 'detach', uid, at.getTime())) return;
  const request = { paymentMethodId: old.paymentMethodId };
  await ask(business, ['payment.detachMethod', detachMethod], request, uid, at);
}

/** Enters a card on Stripe's page, as the default one. */
export async function enterCard(business: Business, persona: Persona, at: Date): Promise<void> {
  const { uid } = persona;
  const request = { setupId: business.draw.uuid('setup', uid, at.getTime()), gateway: 'stripe' };
  if ((await ask(business, ['payment.setupMethod', setupMethod], request, uid, at)) === null) return;
  await business.cloud.run('(the gateway)', at, () => {
    business.gateways.enterCard(uid);
    return Promise.resolve();
  });
  await deliver(business, at, uid);
  await lookAtCards(business, persona, at);
}

/** Money for three periods of a plan, VAT included. */
async function fillWallet(business: Business, persona: Persona, planId: string, at: Date): Promise<void> {
  const plan: Plan | null = await look(business.cloud.db, paths.plan(planId));
  if (plan === null) return;
  await fillWalletWith(business, persona, plan.currency, multiply(plan.price, 3.6), at);
}

export async function fillWalletWith(
  business: Business,
  persona: Persona,
  currency: string,
  amount: number,
  at: Date,
): Promise<void> {
  const { uid } = persona;
  const request = {
    attemptId: business.draw.uuid('topUp', uid, amount, at.getTime()),
    currency,
    amount: minorUnits(Math.max(amount, currency === 'TRY' ? 5_000 : 500)),
  };
  const answer = await ask(business, ['wallet.topUp', topUp], request, uid, at);
  if (answer !== null) await payOnPage(business, persona, answer.paymentId, at);
}

/** Cancels now, or at the period's end; some think better of it. */
export async function cancel(
  business: Business,
  { uid }: Persona,
  subscriptionId: string,
  at: Date,
): Promise<void> {
  const { draw, odds, agenda } = business;
  const isNow = draw.happens(odds.cancelsNow, 'now', subscriptionId, at.getTime());
  const request = { subscriptionId, when: isNow ? 'NOW' : 'PERIOD_END', reason: 'Artık kullanmıyoruz' };
  await ask(business, ['subscription.cancel', cancelSubscription], request, uid, at);
  if (isNow || !draw.happens(odds.changesMind, 'mind', subscriptionId, at.getTime())) return;
  const run = async (now: Date) => {
    await ask(business, ['subscription.resume', resumeSubscription], { subscriptionId }, uid, now);
  };
  const after = hoursLater(at, draw.between(12, 120, 'mindAfter', subscriptionId, at.getTime()));
  agenda.add({ at: after, uid, what: `resume ${subscriptionId}`, takesNumber: false, run });
}

/** Changes the plan for the amount that the preview shows; what is due is paid soon, or the upgrade lapses. */
export async function changePlan(
  business: Business,
  persona: Persona,
  { subscriptionId, offer }: { readonly subscriptionId: string; readonly offer: Offer },
  at: Date,
): Promise<void> {
  const { draw, planIds, cloud } = business;
  const { uid } = persona;
  const planId = planIds.get(planKey(offer)) ?? '';
  const wish = { subscriptionId, planId };
  const preview = await ask(business, ['subscription.previewChange', previewChange], wish, uid, at);
  if (preview === null) return;
  const request = { ...wish, confirmedTotal: preview.total };
  const answer = await ask(business, ['subscription.change', changeSubscription], request, uid, at);
  await deliver(business, at, uid);
  const invoiceId = answer?.invoiceId ?? null;
  if (invoiceId === null) return;
  const stored: Subscription | null = await look(cloud.db, paths.subscription(subscriptionId));
  const isOpen = stored?.pendingUpgrade?.invoiceId === invoiceId;
  if (!isOpen || !draw.happens(0.8, 'paysUpgrade', invoiceId)) return;
  payLater(business, persona, invoiceId, hoursLater(at, 1));
}
