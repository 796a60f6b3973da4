import { mayPayInvoice } from '../invoices/rules/invoice-access';
import { BillingError } from '../platform/errors';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { SubscriptionAccess } from '../schema/subscription';
import { subscriptionRequest } from '../schema/subscription';
import { mayRun } from './rules/may-run';

/** `subscription.access`: whether a service may run, for its customer, members of the organization, and staff. */
export const access = operation({
  request: subscriptionRequest,
  allowed: 'signedIn',
  run: ({ subscriptionId }, { caller, db, now }): Promise<SubscriptionAccess> =>
    transact(db, now, async (get) => {
      const { subscription, user } = await get({
        subscription: paths.subscription(subscriptionId),
        user: paths.user(caller.uid),
      });
      const reader = { uid: caller.uid, organizationIds: user?.organizationIds ?? [] };
      if (subscription === null || !(caller.role !== null || mayPayInvoice(subscription, reader))) {
        throw new BillingError('SUBSCRIPTION_NOT_FOUND', { subscriptionId });
      }
      const { status, currentPeriodEnd, cancelAtPeriodEnd } = subscription;
      return {
        writes: [],
        result: {
          subscriptionId,
          mayRun: mayRun(subscription, now),
          status,
          currentPeriodEnd: currentPeriodEnd.toISOString(),
          endsAtPeriodEnd: cancelAtPeriodEnd,
        },
      };
    }),
});
