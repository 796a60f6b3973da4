import type { Locale } from '@hyble/billing-functions/src/schema/common';
import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { DEFAULT_TAX_RATE } from '@hyble/billing-functions/src/invoices/rules/draft-invoice';
import type { PricedLine } from '@hyble/billing-functions/src/invoices/rules/total-invoice';
import type { InvoiceItem, InvoiceItemRequest } from '@hyble/billing-functions/src/schema/invoice';
import type { Product } from '@hyble/billing-functions/src/schema/product';
import type { Stored } from '../../../lib/documents';
import { moneyFieldText, numberFieldText, readMoney, readNumber } from '../../../lib/number-input';

/** A line as its fields stand, text as typed. */
export interface DraftLine {
  readonly key: string;
  /** Of a product, which brings its own price and rate; null, or one not sold in the currency, is free text. */
  readonly productId: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly taxRate: string;
}

export type LineField = 'description' | 'quantity' | 'unitPrice' | 'taxRate';
export type LineProblem = LineField | 'unitPriceTooFine';

export interface ReadLine {
  /** For the live totals; null while the line is not complete. */
  readonly priced: PricedLine | null;
  /** What the server is asked for; null while there are problems. */
  readonly request: InvoiceItemRequest | null;
  readonly problems: Partial<Record<LineField, LineProblem>>;
}

export interface LineContext {
  readonly currency: string;
  readonly locale: Locale;
  readonly products: readonly Stored<Product>[];
}

const LONGEST_DESCRIPTION = 500;
const LARGEST_QUANTITY = 1_000_000;

export function emptyLine(key: string, locale: Locale): DraftLine {
  return {
    key,
    productId: null,
    description: '',
    quantity: '1',
    unitPrice: '',
    taxRate: numberFieldText(DEFAULT_TAX_RATE, locale),
  };
}

/** A stored line as the form shows it. */
export function lineOf(
  item: InvoiceItem,
  key: string,
  { currency, locale }: Omit<LineContext, 'products'>,
): DraftLine {
  return {
    key,
    productId: item.productId,
    description: item.description,
    quantity: numberFieldText(item.quantity, locale),
    unitPrice: moneyFieldText(item.unitPrice, currency, locale),
    taxRate: numberFieldText(item.taxRate, locale),
  };
}

/** The same line for another product, or for free text (null), which keeps what the product filled in. */
export function withProduct(line: DraftLine, product: Stored<Product> | null, locale: Locale): DraftLine {
  if (product === null) return { ...line, productId: null };
  return {
    ...line,
    productId: product.id,
    description: product.name,
    unitPrice: moneyFieldText(product.unitPrice, product.currency, locale),
    taxRate: numberFieldText(product.taxRate, locale),
  };
}

/** Reads a line's fields. The bounds are those of `invoiceItemRequest`, which the server holds up again. */
export function readLine(line: DraftLine, { currency, locale, products }: LineContext): ReadLine {
  const product = products.find(({ id }) => id === line.productId) ?? null;
  const description = line.description.trim();
  const quantity = decimal(line.quantity, locale, 3);
  const taxRate = decimal(line.taxRate, locale, 2);
  const price = readMoney(line.unitPrice, currency, locale);

  const isQuantity = quantity !== null && quantity > 0 && quantity <= LARGEST_QUANTITY;
  const isTaxRate = taxRate !== null && taxRate >= 0 && taxRate <= 100;
  const isDescription = description !== '' && description.length <= LONGEST_DESCRIPTION;
  const problems: ReadLine['problems'] = {
    ...(isDescription ? {} : { description: 'description' }),
    ...(isQuantity ? {} : { quantity: 'quantity' }),
    ...(price.kind === 'amount'
      ? {}
      : { unitPrice: price.kind === 'too-fine' ? 'unitPriceTooFine' : 'unitPrice' }),
    ...(isTaxRate ? {} : { taxRate: 'taxRate' }),
  };

  const priced =
    isQuantity && isTaxRate && price.kind === 'amount'
      ? { quantity, unitPrice: price.amount, taxRate }
      : null;
  if (priced === null || !isDescription) return { priced, request: null, problems };
  const request: InvoiceItemRequest =
    product === null
      ? { description, ...priced }
      : {
          productId: product.id,
          quantity: priced.quantity,
          ...(description === product.name ? {} : { description }),
        };
  return { priced, request, problems };
}

/** The smallest amount of a currency, as an example of one. */
export function exampleAmount(currency: string, locale: Locale): string {
  return moneyFieldText(minorUnits(125_050), currency, locale);
}

function decimal(text: string, locale: Locale, decimals: number): number | null {
  const read = readNumber(text, locale);
  if (read.kind !== 'number') return null;
  const [, fraction = ''] = read.text.split('.');
  return fraction.replace(/0+$/, '').length <= decimals ? Number(read.text) : null;
}
