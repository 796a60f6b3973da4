import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { previewChangeRequest } from '../schema/subscription';
import { ownSubscription } from './rules/own-subscription';
import { previewOf } from './rules/preview';

/** `subscription.previewChange`: what a change of plan costs now and later, to the cent, before it is confirmed. */
export const previewChange = operation({
  request: previewChangeRequest,
  allowed: 'signedIn',
  run: ({ subscriptionId, planId }, { caller, db, now }) =>
    transact(db, now, async (get) => {
      const { subscription: found, plan } = await get({
        subscription: paths.subscription(subscriptionId),
        plan: paths.plan(planId),
      });
      const subscription = ownSubscription(found, subscriptionId, caller);
      return { writes: [], result: previewOf(subscription, { planId, plan }, now) };
    }),
});
