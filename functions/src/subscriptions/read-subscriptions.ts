import { subscriptionIdsOf } from './rules/subscription-id';
import { paths } from '../schema/paths';
import type { Subscription } from '../schema/subscription';

/** Reads the subscriptions of invoices together with a command's other documents: the invoices' ids name them. */
export const readSubscriptions = {
  ask: (invoiceIds: readonly string[]) => ({
    subscriptions: subscriptionIdsOf(invoiceIds).map(paths.subscription),
  }),
  found: (
    invoiceIds: readonly string[],
    subscriptions: readonly (Subscription | null)[],
  ): ReadonlyMap<string, Subscription> =>
    new Map(
      subscriptionIdsOf(invoiceIds).flatMap((id, index) => {
        const subscription = subscriptions[index] ?? null;
        return subscription === null ? [] : [[id, subscription] as const];
      }),
    ),
};
