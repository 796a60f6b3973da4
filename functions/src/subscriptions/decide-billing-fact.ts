import type { GatewayBillingFact, SubscriptionInvoiceNews } from '../gateways/gateway';
import type { FactDecision } from '../payments/rules/apply-fact';
import { gatewayInvoicePaymentId } from '../payments/rules/gateway-invoice-payment-id';
import type { Get } from '../platform/transact';
import { paths } from '../schema/paths';
import { issuer } from './read-billing';
import { mirroredInvoiceId, mirrorInvoice } from './rules/stripe/mirror-invoice';
import { mirrorSubscription } from './rules/stripe/mirror-subscription';

/** Reads what news of a subscription at Stripe concerns, all of which it names, and decides on it. `id` names the news. */
export async function decideBillingFact(
  get: Get,
  {
    id,
    fact,
    occurredAt,
  }: { readonly id: string; readonly fact: GatewayBillingFact; readonly occurredAt: Date },
  now: Date,
): Promise<FactDecision> {
  const subscription = paths.subscription(fact.subscription.subscriptionId);
  switch (fact.kind) {
    case 'SUBSCRIPTION_CHANGED':
    case 'SUBSCRIPTION_ENDED':
      return mirrorSubscription(await get({ subscription }), { ...fact, id }, now);
    case 'SUBSCRIPTION_INVOICE_OPEN':
    case 'SUBSCRIPTION_INVOICE_PAID':
    case 'SUBSCRIPTION_INVOICE_FAILED':
      return mirrorInvoice(await readMirror(get, fact), { ...fact, occurredAt }, issuer(), now);
  }
}

/**
 * Any of these may be the first to tell of its invoice, which then takes a number: the counter is read with the rest, in
 * one round trip.
 */
function readMirror(get: Get, fact: SubscriptionInvoiceNews) {
  const { agreement, currency, gatewayInvoiceId } = fact;
  const organizationId = agreement?.organizationId ?? null;
  const isBilled = agreement !== null && fact.amount > 0;
  return get({
    subscription: paths.subscription(fact.subscription.subscriptionId),
    invoice: isBilled ? paths.invoice(mirroredInvoiceId(fact)) : null,
    payment: isBilled ? paths.payment(gatewayInvoicePaymentId(gatewayInvoiceId)) : null,
    wallet: isBilled ? paths.wallet(agreement.userId, currency) : null,
    user: isBilled ? paths.user(agreement.userId) : null,
    organization: organizationId === null ? null : paths.organization(organizationId),
    counter: isBilled ? paths.invoiceNumberCounter : null,
  });
}
