import { BillingError } from '../../platform/errors';
import type { GatewayName } from '../../schema/payment';

/** What PayTR's iFrame takes (its developer documentation); Stripe takes every currency that we invoice in. */
const PAYTR_CURRENCIES = ['TRY', 'EUR', 'USD', 'GBP', 'RUB'];

export function takesCurrency(gateway: GatewayName, currency: string): boolean {
  switch (gateway) {
    case 'stripe':
      return true;
    case 'paytr':
      return PAYTR_CURRENCIES.includes(currency);
  }
}

/** The gateways that can take a currency, the one for this customer first: PayTR for Turkey, else Stripe. */
export function gatewaysFor({ country, currency }: { country: string; currency: string }): GatewayName[] {
  const preferred: GatewayName[] =
    country === 'TR' || currency === 'TRY' ? ['paytr', 'stripe'] : ['stripe', 'paytr'];
  return preferred.filter((gateway) => takesCurrency(gateway, currency));
}

/**
 * The gateway of a payment: the customer's wish where it can take the currency, else the first choice.
 * @throws BillingError CURRENCY_UNSUPPORTED when the wished one cannot.
 */
export function chooseGateway(
  customer: { country: string; currency: string },
  wish: GatewayName | undefined,
): GatewayName {
  const gateways = gatewaysFor(customer);
  const chosen = wish ?? gateways[0];
  if (chosen === undefined || !gateways.includes(chosen)) {
    throw new BillingError('CURRENCY_UNSUPPORTED', { gateway: wish ?? 'any', currency: customer.currency });
  }
  return chosen;
}
