import { actorOf } from '../platform/auth';
import { must } from '../platform/errors';
import { PAYMENT_ID_LENGTH, derivedId } from '../platform/ids';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { ChargeAnswer } from '../schema/payment';
import { chargeRequest } from '../schema/payment';
import { chargeSavedMethod } from './charge-saved-method';

/**
 * `payment.charge`: finance charges a customer's kept card for their invoices while they are away, the default one
 * unless another is named. Whose card follows from the first invoice; the rest must be payable by the same customer.
 */
export const charge = operation({
  request: chargeRequest,
  allowed: 'staff',
  run: async ({ requestId, ...request }, { caller, db, now, ipAddress }): Promise<ChargeAnswer> => {
    const [invoiceId = ''] = request.invoiceIds;
    const { userId } = await transact(db, now, async (get) => {
      const { invoice } = await get({ invoice: paths.invoice(invoiceId) });
      return { writes: [], result: must(invoice, 'INVOICE_NOT_FOUND', { invoiceId }) };
    });
    return chargeSavedMethod(
      db,
      {
        invoiceIds: request.invoiceIds,
        amount: request.amount,
        paymentMethodId: request.paymentMethodId ?? null,
        paymentId: derivedId(PAYMENT_ID_LENGTH, 'charge', caller.uid, requestId),
        userId,
        useWallet: false,
        isCustomerPresent: false,
        actor: actorOf(caller),
        action: 'payment.charge',
        ipAddress,
      },
      now,
    );
  },
});
