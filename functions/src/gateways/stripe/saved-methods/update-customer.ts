import { BillingError } from '../../../platform/errors';
import type { GatewayCustomer } from '../../gateway';
import { order } from '../call';
import { stripeClient } from '../client';

/** Who they are, by Stripe's name for them. */
type Change = Pick<GatewayCustomer, 'email' | 'name'> & { readonly gatewayCustomerId: string };

/** Sets what Stripe writes on its receipts and shows in its dashboard. Whoever is deleted there is introduced anew when needed. */
export function updateCustomer({ gatewayCustomerId, email, name }: Change): Promise<void> {
  return order(
    async () => {
      await stripeClient().customers.update(gatewayCustomerId, { email, name });
    },
    (refusal) => {
      if (refusal.code === 'resource_missing') return;
      throw new BillingError('GATEWAY_DECLINED', {}, { cause: refusal });
    },
  );
}
