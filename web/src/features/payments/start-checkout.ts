import type { CheckoutRequestBody, CheckoutSession } from '@hyble/billing-functions/src/schema/payment';
import { call } from '../../lib/callable';

/** Where the customer pays, for the payment that the server has stored. */
export interface OpenCheckout extends Pick<CheckoutSession, 'kind' | 'url' | 'expiresAt'> {
  readonly paymentId: string;
}

/**
 * Opens a checkout. The same `attemptId` again continues the same attempt, so a repeated request cannot pay
 * twice.
 * @throws CallError
 */
export async function startCheckout(request: CheckoutRequestBody): Promise<OpenCheckout> {
  const answer = await call('payment-checkout', request);
  const { paymentId, kind, url, expiresAt } = answer;
  return { paymentId, kind, url, expiresAt: new Date(expiresAt) };
}
