import * as z from 'zod';
import { toDecimalString } from '../../core/currency';
import type { MinorUnits } from '../../core/money';
import { readDecimal, readLocalAmount } from '../../finance/bank/rules/read-amount';
import { BillingError } from '../../platform/errors';

/**
 * PayTR writes money in two ways: whole kuruş (token, callback), and decimals (refund, inquiry, report), as text or
 * as a number, without trailing zeros, and sometimes with Turkish separators.
 */
export const decimal = z.union([z.string(), z.number()]);
type Decimal = z.infer<typeof decimal>;

export function toDecimal(amount: MinorUnits, currency: string): string {
  return toDecimalString(amount, currency);
}

/** In minor units; null when it cannot be read. */
export function fromDecimal(value: Decimal, currency: string): MinorUnits | null {
  const text = String(value).trim();
  const isPlain = /^\d+(\.\d*)?$/.test(text);
  const amount = isPlain ? readDecimal(text, currency) : readLocalAmount(text, currency);
  return amount === null || amount < 0 ? null : amount;
}

/** @throws BillingError GATEWAY_UNAVAILABLE when it cannot be read: an answer that says nothing is none. */
export function mustDecimal(value: Decimal, currency: string): MinorUnits {
  const amount = fromDecimal(value, currency);
  if (amount === null) throw new BillingError('GATEWAY_UNAVAILABLE', { problems: 'amount' });
  return amount;
}
