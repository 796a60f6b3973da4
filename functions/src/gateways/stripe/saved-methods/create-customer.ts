import { projectID } from 'firebase-functions/params';
import type Stripe from 'stripe';
import type { GatewayCustomer } from '../../gateway';
import { order } from '../call';
import { stripeClient } from '../client';

/**
 * Makes a customer known to Stripe, or finds the one that it has: it forgets an idempotency key after a day, and
 * refuses one whose customer has another e-mail by now. The key holds while the search runs behind, about a minute.
 */
export async function createCustomer({ userId, email, name }: GatewayCustomer): Promise<string> {
  const project = projectID.value();
  const known = await customerOf(project, userId);
  if (known !== undefined) return known.id;
  const { id } = await order(() =>
    stripeClient().customers.create(
      { email, name, metadata: { project, userId } },
      { idempotencyKey: `customer_${userId}` },
    ),
  );
  return id;
}

async function customerOf(project: string, userId: string): Promise<Stripe.Customer | undefined> {
  const { data } = await order(() =>
    stripeClient().customers.search({
      query: `metadata["project"]:"${project}" AND metadata["userId"]:"${userId}"`,
      limit: 1,
    }),
  );
  return data[0];
}
