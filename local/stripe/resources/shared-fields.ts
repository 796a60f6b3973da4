import { z } from 'zod';
import { amountFault } from '../amounts';
import { invalidRequest } from '../api/errors';
import { boolean, currency, integer, oneOf, text } from '../api/parameters';

/** Which methods an intent takes. Only cards are imitated; `enabled` cannot be switched off. */
export const methodSelection = {
  allowed_payment_method_types: z.array(text()).optional(),
  automatic_payment_methods: z
    .strictObject({ allow_redirects: oneOf('always', 'never').optional(), enabled: boolean() })
    .optional(),
};

/** Funds are taken at once; capture by hand is not imitated. */
export const captureMethod = oneOf('automatic', 'automatic_async');

/** Amount in minor units and its currency; `requireChargeable` says whether Stripe takes the pair. */
export const chargeAmount = { amount: integer(0), currency: currency() };

const MESSAGES = {
  amount_too_large: 'Amount must be no more than 999999.99 in the currency.',
  amount_too_small: 'Amount is below the minimum that can be charged in the currency.',
  parameter_invalid_integer:
    'Amounts in currencies with three decimal places must end in 0: the last digit is always zero.',
} as const;

/** Throws where Stripe does not take the amount: too small, too large, or too fine a fraction. */
export function requireChargeable(amount: number, currencyCode: string, param: string): void {
  const code = amountFault(amount, currencyCode);
  if (code) throw invalidRequest(MESSAGES[code], { code, param });
}
