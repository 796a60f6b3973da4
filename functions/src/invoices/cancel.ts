import { actorOf } from '../platform/auth';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { cancelInvoiceRequest } from '../schema/invoice';
import { paths } from '../schema/paths';
import { readSubscriptions } from '../subscriptions/read-subscriptions';
import { cancelInvoice as decideCancel } from './rules/cancel-invoice';

/** `invoice.cancel`: takes back an unpaid invoice, or discards a draft. */
export const cancelInvoice = operation({
  request: cancelInvoiceRequest,
  allowed: 'staff',
  run: ({ invoiceId, reason }, { caller, db, now }) => {
    const command = { invoiceId, reason, actor: actorOf(caller) };
    return transact(db, now, async (get) => {
      const { invoice, subscriptions } = await get({
        invoice: paths.invoice(invoiceId),
        ...readSubscriptions.ask([invoiceId]),
      });
      return decideCancel({ invoice, subscription: subscriptions[0] }, command, now);
    });
  },
});
