import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';

/** Names as their owners write them; gateways write them in one case. */
const BRANDS: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  link: 'Link',
  mastercard: 'Mastercard',
  sepa_debit: 'SEPA',
  troy: 'Troy',
  unionpay: 'UnionPay',
  visa: 'Visa',
};

/** `Visa •••• 4242`: the brand or kind, and what of the number may be shown. */
export function methodName({
  brand,
  type,
  lastFour,
}: Pick<PaymentMethod, 'brand' | 'type' | 'lastFour'>): string {
  const word = brand ?? type;
  const name = BRANDS[word.toLowerCase()] ?? word;
  return lastFour === null ? name : `${name} •••• ${lastFour}`;
}
