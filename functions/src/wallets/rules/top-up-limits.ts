import { currencyExponent } from '../../core/currency';
import type { MinorUnits } from '../../core/money';
import { BillingError } from '../../platform/errors';

/** In whole units of a currency: below it the gateways' fees eat a top-up, above it it is rather a mistake. */
const LEAST = 5;
const MOST = 100_000;
/** What a unit of these buys little; the bounds are larger by this factor. */
const SMALL_UNITS: Readonly<Record<string, number>> = { TRY: 10, JPY: 100, RUB: 50 };

/** The smallest and the largest top-up of a wallet, in minor units of its currency. */
export function topUpLimits(currency: string): { least: number; most: number } {
  const unit = 10 ** currencyExponent(currency) * (SMALL_UNITS[currency] ?? 1);
  return { least: LEAST * unit, most: MOST * unit };
}

/** @throws BillingError AMOUNT_TOO_SMALL, AMOUNT_TOO_LARGE */
export function assertTopUp(amount: MinorUnits, currency: string): void {
  const { least, most } = topUpLimits(currency);
  if (amount < least) throw new BillingError('AMOUNT_TOO_SMALL', { least });
  if (amount > most) throw new BillingError('AMOUNT_TOO_LARGE');
}
