import { actorOf } from '../platform/auth';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { cancelSubscriptionRequest } from '../schema/subscription';
import { cancelSubscription as decideCancel } from './rules/cancel-subscription';

/** `subscription.cancel`: at the end of the period, or at once. */
export const cancelSubscription = operation({
  request: cancelSubscriptionRequest,
  allowed: 'signedIn',
  run: (request, { caller, db, now }) => {
    const command = { request, actor: actorOf(caller) };
    return transact(db, now, async (get) => {
      const { subscription } = await get({ subscription: paths.subscription(request.subscriptionId) });
      const openInvoiceId = subscription?.openInvoiceId ?? null;
      const upgradeInvoiceId = subscription?.pendingUpgrade?.invoiceId ?? null;
      const found = await get({
        openInvoice: openInvoiceId === null ? null : paths.invoice(openInvoiceId),
        upgradeInvoice: upgradeInvoiceId === null ? null : paths.invoice(upgradeInvoiceId),
      });
      return decideCancel({ subscription, ...found }, command, now);
    });
  },
});
