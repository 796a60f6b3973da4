import type { SavedMethod } from '../../gateway';
import { ask } from '../call';
import { stripeClient } from '../client';
import { savedMethod } from './saved-method';

const LARGEST_PAGE = 100;

/** What the customer keeps at Stripe now, of any kind. */
export function list(gatewayCustomerId: string): Promise<readonly SavedMethod[]> {
  return ask(async () => {
    const methods: SavedMethod[] = [];
    const kept = stripeClient().customers.listPaymentMethods(gatewayCustomerId, { limit: LARGEST_PAGE });
    for await (const method of kept) methods.push(savedMethod(method));
    return methods;
  });
}
