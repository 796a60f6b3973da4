import { actorOf } from '../platform/auth';
import { inTurn } from '../platform/in-turn';
import { operation } from '../platform/operation';
import { params } from '../platform/params';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { CreateSubscriptionAnswer } from '../schema/subscription';
import { createSubscriptionRequest } from '../schema/subscription';
import { carryOut } from './carry-out';
import { issuer, readBilling } from './read-billing';
import { createSubscription as decideCreate } from './rules/create-subscription';
import { trialsOf } from './rules/trial-limit';
import { subscriptionId as derivedSubscriptionId } from './rules/subscription-id';

/**
 * `subscription.create`: the caller subscribes to a plan. A kept card is charged at once; otherwise the answer's invoice
 * is to be paid by `payment.checkout`, and the subscription begins when it is.
 */
export const createSubscription = operation({
  request: createSubscriptionRequest,
  allowed: 'signedIn',
  run: async (request, { caller, db, now, ipAddress }): Promise<CreateSubscriptionAnswer> => {
    const actor = actorOf(caller);
    const userId = caller.uid;
    const organizationId = request.organizationId ?? null;
    const subscriptionId = derivedSubscriptionId(userId, request.requestId);
    const stripeMayBill = params.stripeBilling.value();
    const command = { ...issuer(), subscriptionId, request, actor, stripeMayBill };
    const { order, ...answer } = await inTurn(db, () =>
      transact(db, now, async (get) => {
        const { existing, plan } = await get({
          existing: paths.subscription(subscriptionId),
          plan: paths.plan(request.planId),
        });
        const { currency, trialDays } = plan ?? { currency: '', trialDays: 0 };
        const asksForTrial = trialDays > 0 && request.trial;
        const trials = asksForTrial ? trialsOf({ userId, organizationId }).map(({ path }) => path) : [];
        const found = await readBilling(get, { userId, organizationId, currency }, trials);
        return decideCreate({ existing, plan, ...found }, command, now);
      }),
    );
    if (order === null) return answer;
    const status = await carryOut(db, order, { now, ipAddress, isCustomerPresent: true });
    return { ...answer, status };
  },
});
