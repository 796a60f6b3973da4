import { projectID } from 'firebase-functions/params';
import type Stripe from 'stripe';
import { totalInvoice } from '../../../invoices/rules/total-invoice';
import { BillingError } from '../../../platform/errors';
import type { BillingPeriod } from '../../../schema/plan';
import type { BillingOrder } from '../../gateway';
import { toStripeAmount } from '../amount';
import { order as ask } from '../call';
import { stripeClient } from '../client';

const INTERVALS: Record<BillingPeriod, 'month' | 'year'> = { monthly: 'month', annually: 'year' };

type PriceData = Stripe.SubscriptionCreateParams.Item.PriceData;

/**
 * What a period costs, with VAT: the invoice that says how much of it is VAT is ours. Counted by the same function as
 * that invoice, so that Stripe charges what it says.
 */
export async function priceOf({ terms, currency }: BillingOrder): Promise<PriceData> {
  const { total } = totalInvoice([{ quantity: 1, unitPrice: terms.price, taxRate: terms.taxRate }]);
  return {
    currency: currency.toLowerCase(),
    product: await productOf(terms),
    unit_amount: toStripeAmount(total, currency),
    recurring: { interval: INTERVALS[terms.billingPeriod] },
  };
}

/** One product for each plan, under an id of ours; that it is there already is no refusal. */
function productOf({ planId, planName: name }: BillingOrder['terms']): Promise<string> {
  const project = projectID.value();
  const id = `${project}_${planId}`;
  return ask(
    async () => (await stripeClient().products.create({ id, name, metadata: { project, planId } })).id,
    (refusal) => {
      if (refusal.code === 'resource_already_exists') return id;
      throw new BillingError('GATEWAY_DECLINED', {}, { cause: refusal });
    },
  );
}
