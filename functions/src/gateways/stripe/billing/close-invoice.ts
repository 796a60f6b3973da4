import { BillingError } from '../../../platform/errors';
import type { SubscriptionBilling } from '../../gateway';
import { find, order as orderAt } from '../call';
import { stripeClient } from '../client';

type Order = Parameters<SubscriptionBilling['closeInvoice']>[0];

/** Closes an open invoice. Stripe refuses when it is not open, which is what was wanted. */
export function closeInvoice({ gatewayInvoiceId, isPaid, key }: Order): Promise<void> {
  const { invoices } = stripeClient();
  return orderAt(
    async () => {
      if (isPaid) await invoices.pay(gatewayInvoiceId, { paid_out_of_band: true }, { idempotencyKey: key });
      else await invoices.voidInvoice(gatewayInvoiceId, {}, { idempotencyKey: key });
    },
    async (refusal) => {
      const invoice = await find(() => invoices.retrieve(gatewayInvoiceId));
      if (invoice?.status === 'open') throw new BillingError('GATEWAY_DECLINED', {}, { cause: refusal });
    },
  );
}
