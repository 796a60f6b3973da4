import { actorOf } from '../platform/auth';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { subscriptionRequest } from '../schema/subscription';
import { resumeSubscription as decideResume } from './rules/resume-subscription';

/** `subscription.resume`: takes a cancellation back before the period ends. */
export const resumeSubscription = operation({
  request: subscriptionRequest,
  allowed: 'signedIn',
  run: ({ subscriptionId }, { caller, db, now }) => {
    const command = { subscriptionId, actor: actorOf(caller) };
    return transact(db, now, async (get) =>
      decideResume(await get({ subscription: paths.subscription(subscriptionId) }), command, now),
    );
  },
});
