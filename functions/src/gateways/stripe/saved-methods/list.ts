import type { SavedMethod } from '../../gateway';
import { find } from '../call';
import { stripeClient } from '../client';
import { savedMethod } from './saved-method';

const LARGEST_PAGE = 100;

/** What the customer keeps at Stripe now, of any kind. */
export async function list(gatewayCustomerId: string): Promise<readonly SavedMethod[]> {
  const kept = await find(async () => {
    const methods: SavedMethod[] = [];
    const pages = stripeClient().customers.listPaymentMethods(gatewayCustomerId, { limit: LARGEST_PAGE });
    for await (const method of pages) methods.push(savedMethod(method));
    return methods;
  });
  return kept ?? [];
}
