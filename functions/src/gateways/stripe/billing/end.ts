import { BillingError } from '../../../platform/errors';
import { order as orderAt } from '../call';
import { stripeClient } from '../client';

/** Ends a subscription. Stripe refuses when it has ended it before, which is what was wanted. */
export function end({
  gatewaySubscriptionId,
  key,
}: {
  readonly gatewaySubscriptionId: string;
  readonly key: string;
}): Promise<void> {
  return orderAt(
    async () => {
      await stripeClient().subscriptions.cancel(
        gatewaySubscriptionId,
        { invoice_now: false, prorate: false },
        { idempotencyKey: key },
      );
    },
    (refusal) => {
      if (refusal.code !== 'resource_missing')
        throw new BillingError('GATEWAY_DECLINED', {}, { cause: refusal });
    },
  );
}
