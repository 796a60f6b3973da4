import type { MinorUnits } from '../../core/money';
import { add, proportion, subtract, ZERO } from '../../core/money';
import type { Invoice, TaxSubtotal } from '../../schema/invoice';

/** A part of an invoice's total with the VAT in it. */
export type CreditPart = Pick<Invoice, 'subtotal' | 'taxTotal' | 'total'> & {
  readonly taxes: readonly TaxSubtotal[];
};

/**
 * What a credit of `amount` takes back of an invoice, rate by rate, after `alreadyCredited` of it was taken back. Both
 * ends are cut out of one division of the whole invoice, so that credits which reach the total add up to the invoice's
 * own bases and taxes, whatever they were and in whatever order.
 * @param amount Gross, in minor units of the invoice's currency.
 * @throws RangeError unless the amount is positive and left to be credited.
 */
export function creditPart(
  invoice: Pick<Invoice, 'taxes' | 'total'>,
  alreadyCredited: MinorUnits,
  amount: MinorUnits,
): CreditPart {
  const until = add(alreadyCredited, amount);
  if (amount <= 0 || alreadyCredited < 0 || until > invoice.total) {
    throw new RangeError(`Cannot credit ${amount} of ${invoice.total}, ${alreadyCredited} of it credited`);
  }
  const before = divide(invoice.taxes, alreadyCredited);
  const taxes = divide(invoice.taxes, until)
    .map((tax, index) => difference(tax, before[index]))
    .filter(({ base, amount: tax }) => base !== 0 || tax !== 0);
  const subtotal = add(ZERO, ...taxes.map(({ base }) => base));
  const taxTotal = add(ZERO, ...taxes.map((tax) => tax.amount));
  return { subtotal, taxes, taxTotal, total: add(subtotal, taxTotal) };
}

/**
 * Divides a gross amount over an invoice's rates, and within a rate into base and VAT: one rate takes its share, the
 * rates after it divide the rest. Every share grows with the amount, so no difference of two divisions is negative.
 */
function divide(taxes: readonly TaxSubtotal[], gross: MinorUnits): TaxSubtotal[] {
  let rest = gross;
  let whole = add(ZERO, ...taxes.map(grossOf));
  return taxes.map((tax) => {
    const part = grossOf(tax);
    const share = proportion(rest, part, whole);
    rest = subtract(rest, share);
    whole = subtract(whole, part);
    const vat = proportion(share, tax.amount, part);
    return { rate: tax.rate, base: subtract(share, vat), amount: vat };
  });
}

function grossOf({ base, amount }: TaxSubtotal): MinorUnits {
  return add(base, amount);
}

function difference(tax: TaxSubtotal, before: TaxSubtotal | undefined): TaxSubtotal {
  if (before === undefined) return tax;
  return {
    rate: tax.rate,
    base: subtract(tax.base, before.base),
    amount: subtract(tax.amount, before.amount),
  };
}
