import type { Firestore } from 'firebase-admin/firestore';
import { gatewayNamed } from '../gateways/registry';
import { actorOf } from '../platform/auth';
import { must } from '../platform/errors';
import { operation } from '../platform/operation';
import { fromFirestore } from '../platform/firestore';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { DetachMethodAnswer } from '../schema/payment-method';
import { paymentMethodRequest } from '../schema/payment-method';
import type { Subscription } from '../schema/subscription';
import { decideMethodFact } from './decide-method-fact';
import { methodRefused } from './method-refused';
import { detachment } from './rules/detach-method';

/**
 * `payment.detachMethod`: the caller's card is forgotten by its gateway, and then by us. Without an answer our record
 * stays until the gateway's event, `payment.methods` or a repeat tells. Removing the default card leaves none: the
 * answer says so, and the customer chooses.
 *
 * @throws BillingError PAYMENT_METHOD_NOT_FOUND, PAYMENT_METHOD_IN_USE, PAYMENT_METHOD_SUBSCRIBED,
 *   PAYMENT_METHOD_REFUSED, GATEWAY_RESULT_UNKNOWN
 */
export const detachMethod = operation({
  request: paymentMethodRequest,
  allowed: 'signedIn',
  run: async ({ paymentMethodId }, { caller, db, now }): Promise<DetachMethodAnswer> => {
    const actor = actorOf(caller);
    // Not part of the transaction: a charge that begins between here and the gateway's answer is refused by the gateway.
    // A subscription that begins meanwhile finds no card on its day, and asks for the money by link.
    const [isInUse, subscriptions] = await Promise.all([
      isBeingCharged(db, paymentMethodId),
      subscriptionsByCard(db, caller.uid),
    ]);
    const order = await transact(db, now, async (get) => {
      const method = paths.paymentMethod(paymentMethodId);
      const found = await get({ method, identity: paths.gatewayIdentity(caller.uid) });
      return detachment(found, { paymentMethodId, isInUse, subscriptions, actor });
    });
    if (order === null) return { wasDefault: false };
    const { gateway: name, gatewayMethodId, wasDefault } = order;
    const methods = must((await gatewayNamed(name)).savedMethods(), 'SAVED_METHODS_OFF', { gateway: name });
    await methodRefused(name, 'detach', () => methods.detach(order));
    await transact(db, now, async (get) => {
      const removed = { kind: 'METHOD_REMOVED', gatewayMethodId } as const;
      const { writes } = await decideMethodFact(get, name, removed, now);
      return { writes, result: null };
    });
    return { wasDefault };
  },
});

/** Whether a charge of the card has not been answered yet. */
async function isBeingCharged(db: Firestore, paymentMethodId: string): Promise<boolean> {
  const unanswered = db
    .collection('payments')
    .where('paymentMethodId', '==', paymentMethodId)
    .where('status', '==', 'PENDING');
  return !(await unanswered.limit(1).get()).empty;
}

/** The customer's own subscriptions that are paid by card, over or not. */
async function subscriptionsByCard(db: Firestore, userId: string): Promise<Subscription[]> {
  const byCard = db
    .collection('subscriptions')
    .where('userId', '==', userId)
    .where('paymentWay.kind', '==', 'CARD');
  return (await byCard.get()).docs.map((doc) => fromFirestore(doc.data()) as Subscription);
}
