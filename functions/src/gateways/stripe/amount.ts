import type { MinorUnits } from '../../core/money';
import { minorUnits } from '../../core/money';
import { BillingError } from '../../platform/errors';

/** Currencies without a minor unit that Stripe nevertheless takes in hundredths (docs.stripe.com/currencies). */
const IN_HUNDREDTHS = new Set(['ISK', 'UGX']);
/** The ariary, whose fifths ISO 4217 writes as hundredths and which Stripe takes whole. */
const WHOLE = new Set(['MGA']);
/** Currencies of three decimals, whose last digit Stripe wants to be zero. */
const THREE_DECIMALS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
/** Currencies of other decimals than two that Stripe does not take, so that nothing says in which unit. */
const NOT_TAKEN = new Set(['CLF', 'IQD', 'LYD', 'UYI', 'UYW']);

/**
 * An amount of ours in Stripe's units.
 * @throws BillingError CURRENCY_UNSUPPORTED when Stripe cannot charge exactly this amount.
 */
export function toStripeAmount(amount: MinorUnits, currency: string): number {
  if (IN_HUNDREDTHS.has(currency)) return amount * 100;
  const isTooFine =
    (WHOLE.has(currency) && amount % 100 !== 0) || (THREE_DECIMALS.has(currency) && amount % 10 !== 0);
  if (isTooFine || NOT_TAKEN.has(currency)) {
    throw new BillingError('CURRENCY_UNSUPPORTED', { gateway: 'stripe', currency });
  }
  return WHOLE.has(currency) ? amount / 100 : amount;
}

/** An amount of Stripe's in our minor units. */
export function fromStripeAmount(amount: number, currency: string): MinorUnits {
  if (IN_HUNDREDTHS.has(currency)) return minorUnits(amount / 100);
  return minorUnits(WHOLE.has(currency) ? amount * 100 : amount);
}

/** The same for an amount that need not be whole in our units, such as a fee: the nearest one. */
export function nearestFromStripeAmount(amount: number, currency: string): MinorUnits {
  return fromStripeAmount(IN_HUNDREDTHS.has(currency) ? Math.round(amount / 100) * 100 : amount, currency);
}
