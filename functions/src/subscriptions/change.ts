import { actorOf } from '../platform/auth';
import { inTurn } from '../platform/in-turn';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { ChangeSubscriptionAnswer } from '../schema/subscription';
import { changeSubscriptionRequest } from '../schema/subscription';
import { carryOut } from './carry-out';
import { issuer, readBilling } from './read-billing';
import { changeSubscription as decideChange } from './rules/change-subscription';
import { ownSubscription } from './rules/own-subscription';

/** `subscription.change`: another plan, for the amount that the customer was shown. */
export const changeSubscription = operation({
  request: changeSubscriptionRequest,
  allowed: 'signedIn',
  run: async (request, { caller, db, now, ipAddress }): Promise<ChangeSubscriptionAnswer> => {
    const { subscriptionId, planId } = request;
    const command = { ...issuer(), request, actor: actorOf(caller) };
    const { order, ...answer } = await inTurn(db, () =>
      transact(db, now, async (get) => {
        const { subscription, plan } = await get({
          subscription: paths.subscription(subscriptionId),
          plan: paths.plan(planId),
        });
        const found = await readBilling(get, ownSubscription(subscription, subscriptionId, caller));
        return decideChange({ subscription, plan, ...found }, command, now);
      }),
    );
    if (order !== null) await carryOut(db, order, { now, ipAddress, isCustomerPresent: true });
    return answer;
  },
});
