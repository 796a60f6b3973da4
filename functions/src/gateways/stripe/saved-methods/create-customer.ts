import { projectID } from 'firebase-functions/params';
import type Stripe from 'stripe';
import type { GatewayCustomer } from '../../gateway';
import { order } from '../call';
import { stripeClient } from '../client';
import { updateCustomer } from './update-customer';

/**
 * Makes a customer known to Stripe, or finds the one that it has: it forgets an idempotency key after a day, and
 * refuses one whose customer has another e-mail by now. The key holds while the search runs behind, about a minute.
 * One who was deleted at Stripe gets a key of their own, since by the first it would answer the deleted one.
 */
export async function createCustomer({ userId, email, name, lost }: GatewayCustomer): Promise<string> {
  const project = projectID.value();
  const known = await customersOf(project, userId);
  const found = known.find(({ id }) => id !== lost);
  if (found !== undefined) {
    const isCurrent = found.email === email && found.name === name;
    if (!isCurrent) await updateCustomer({ gatewayCustomerId: found.id, email, name });
    return found.id;
  }
  const { id } = await order(() =>
    stripeClient().customers.create(
      { email, name, metadata: { project, userId } },
      { idempotencyKey: lost === null ? `customer_${userId}` : `customer_${userId}_after_${lost}` },
    ),
  );
  return id;
}

async function customersOf(project: string, userId: string): Promise<Stripe.Customer[]> {
  const { data } = await order(() =>
    stripeClient().customers.search({
      query: `metadata["project"]:"${project}" AND metadata["userId"]:"${userId}"`,
      limit: 10,
    }),
  );
  return data;
}
