import { BillingError } from '../../../platform/errors';
import { order } from '../call';
import { stripeClient } from '../client';

/** Takes a card off its customer. Stripe refuses when it is off already, so what it says now decides. */
export function detach({ gatewayMethodId }: { readonly gatewayMethodId: string }): Promise<void> {
  return order(
    async () => {
      await stripeClient().paymentMethods.detach(gatewayMethodId);
    },
    async (refusal) => {
      const method = await order(
        () => stripeClient().paymentMethods.retrieve(gatewayMethodId),
        () => null,
      );
      if (method !== null && method.customer !== null) {
        throw new BillingError('GATEWAY_DECLINED', {}, { cause: refusal });
      }
    },
  );
}
