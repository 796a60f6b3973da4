import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import { call } from '../../lib/callable';
import type { Stored } from '../../lib/documents';

/**
 * Where the customer adds a card, on the gateway's own page. The same `setupId` again answers the same page.
 * @throws CallError
 */
export async function setUpMethod(setupId: string): Promise<string> {
  return (await call('payment-setupMethod', { setupId })).url;
}

/** @throws CallError */
export async function makeDefault({ id }: Stored<PaymentMethod>): Promise<void> {
  await call('payment-setDefaultMethod', { paymentMethodId: id });
}

/** @throws CallError */
export async function removeMethod({ id }: Stored<PaymentMethod>): Promise<void> {
  await call('payment-detachMethod', { paymentMethodId: id });
}
