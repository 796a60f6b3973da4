import { BillingError } from '../../platform/errors';
import type { CheckoutMethod, GatewayName } from '../../schema/payment';

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

/** Whether a gateway opens a form for telling of a bank transfer: PayTR does, to accounts in lira. */
export function takesTransfers(gateway: GatewayName, currency: string): boolean {
  return gateway === 'paytr' && currency === 'TRY';
}

/** The gateways that can take a currency, the one for this customer first: PayTR for Turkey, else Stripe. */
export function gatewaysFor({ country, currency }: { country: string; currency: string }): GatewayName[] {
  const preferred: GatewayName[] =
    country === 'TR' || currency === 'TRY' ? ['paytr', 'stripe'] : ['stripe', 'paytr'];
  return preferred.filter((gateway) => takesCurrency(gateway, currency));
}

/**
 * The gateway of a payment: the customer's wish where it can take the currency that way, else the first choice.
 * @throws BillingError CURRENCY_UNSUPPORTED when the wished one cannot.
 */
export function chooseGateway(
  customer: { country: string; currency: string },
  wish: GatewayName | undefined,
  method: CheckoutMethod = 'card',
): GatewayName {
  const gateways = gatewaysFor(customer).filter(
    (gateway) => method === 'card' || takesTransfers(gateway, customer.currency),
  );
  const chosen = wish ?? gateways[0];
  if (chosen === undefined || !gateways.includes(chosen)) {
    throw new BillingError('CURRENCY_UNSUPPORTED', { gateway: wish ?? 'any', currency: customer.currency });
  }
  return chosen;
}
