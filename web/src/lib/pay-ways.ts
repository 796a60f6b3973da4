import { gatewaysFor, takesTransfers } from '@hyble/billing-functions/src/payments/rules/choose-gateway';
import type { CheckoutMethod, GatewayName } from '@hyble/billing-functions/src/schema/payment';

/** What a customer chooses between who uses no kept card: a gateway's page for cards, or a bank transfer. */
export type PayWay = GatewayName | 'bankTransfer';

const TRANSFERS_AT: GatewayName = 'paytr';

/** The ways that can take a currency, the first choice first; transfers, which take days, last. */
export function payWaysFor(customer: { country: string; currency: string }): PayWay[] {
  const takesTransfer = takesTransfers(TRANSFERS_AT, customer.currency);
  return [...gatewaysFor(customer), ...(takesTransfer ? (['bankTransfer'] as const) : [])];
}

/** A way in the words of `payment.checkout`. */
export function checkoutOf(way: PayWay): { gateway: GatewayName; method?: CheckoutMethod } {
  return way === 'bankTransfer' ? { gateway: TRANSFERS_AT, method: 'bankTransfer' } : { gateway: way };
}
