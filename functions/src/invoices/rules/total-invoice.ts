import type { MinorUnits } from '../../core/money';
import { add, multiply, percentage } from '../../core/money';
import type { TaxSubtotal } from '../../schema/invoice';

export interface PricedLine {
  readonly quantity: number;
  /** Without VAT. */
  readonly unitPrice: MinorUnits;
  /** Percent. */
  readonly taxRate: number;
}

export interface InvoiceTotals<Line extends PricedLine> {
  readonly items: readonly (Line & { readonly taxAmount: MinorUnits; readonly total: MinorUnits })[];
  readonly subtotal: MinorUnits;
  /** One row a rate, lowest rate first. */
  readonly taxes: readonly TaxSubtotal[];
  readonly taxTotal: MinorUnits;
  readonly total: MinorUnits;
}

/** The sums of an invoice: VAT is computed and rounded a line at a time, then summed per rate. */
export function totalInvoice<Line extends PricedLine>(lines: readonly Line[]): InvoiceTotals<Line> {
  const items = lines.map((line) => {
    const net = netOf(line);
    const taxAmount = percentage(net, line.taxRate);
    return { ...line, taxAmount, total: add(net, taxAmount) };
  });
  const rates = [...new Set(items.map((item) => item.taxRate))].sort((a, b) => a - b);
  const taxes = rates.map((rate) => {
    const ofRate = items.filter((item) => item.taxRate === rate);
    return {
      rate,
      base: add(...ofRate.map(netOf)),
      amount: add(...ofRate.map((item) => item.taxAmount)),
    };
  });
  const subtotal = add(...taxes.map((tax) => tax.base));
  const taxTotal = add(...taxes.map((tax) => tax.amount));
  return { items, subtotal, taxes, taxTotal, total: add(subtotal, taxTotal) };
}

function netOf({ unitPrice, quantity }: PricedLine): MinorUnits {
  return multiply(unitPrice, quantity);
}
