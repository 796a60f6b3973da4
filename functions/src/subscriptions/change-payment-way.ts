import { actorOf } from '../platform/auth';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { SubscriptionStatus } from '../schema/subscription';
import { changePaymentWayRequest } from '../schema/subscription';
import { carryOut } from './carry-out';
import { readMeans } from './read-billing';
import { changePaymentWay as decideChange } from './rules/change-payment-way';
import { ownSubscription } from './rules/own-subscription';

/**
 * `subscription.changePaymentWay`: another card, the wallet first or not, or payment by link. What is open is tried to be
 * paid at once; answers the status after that.
 */
export const changePaymentWay = operation({
  request: changePaymentWayRequest,
  allowed: 'signedIn',
  run: async (request, { caller, db, now, ipAddress }): Promise<{ status: SubscriptionStatus }> => {
    const { subscriptionId, paymentMethodId = null } = request;
    const command = { request, actor: actorOf(caller) };
    const { order, status } = await transact(db, now, async (get) => {
      const { subscription, method } = await get({
        subscription: paths.subscription(subscriptionId),
        method: paymentMethodId === null ? null : paths.paymentMethod(paymentMethodId),
      });
      const own = ownSubscription(subscription, subscriptionId, caller);
      const { openInvoice } = await get({
        openInvoice: own.openInvoiceId === null ? null : paths.invoice(own.openInvoiceId),
      });
      const means = await readMeans(get, own);
      return decideChange({ subscription, openInvoice, method, ...means }, command, now);
    });
    if (order === null) return { status };
    return { status: await carryOut(db, order, { now, ipAddress, isCustomerPresent: true }) };
  },
});
