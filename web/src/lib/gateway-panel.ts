import type { Payment } from '@hyble/billing-functions/src/schema/payment';

/**
 * Where the gateway's own panel shows a payment; null where it has no address of its own, as at PayTR.
 * Source: https://docs.stripe.com/dashboard/basics
 */
export function gatewayPanelUrl({
  gateway,
  gatewayPaymentId,
  isTest,
}: Pick<Payment, 'gateway' | 'gatewayPaymentId' | 'isTest'>): string | null {
  if (gateway !== 'stripe' || gatewayPaymentId === null) return null;
  return `https://dashboard.stripe.com/${isTest ? 'test/' : ''}payments/${encodeURIComponent(gatewayPaymentId)}`;
}
