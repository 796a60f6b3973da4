import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { invoiceItemRequest } from '@hyble/billing-functions/src/schema/invoice';
import type { Product } from '@hyble/billing-functions/src/schema/product';
import type { Stored } from '../../../lib/documents';
import { emptyLine, lineOf, readLine, withProduct } from './draft-lines';
import type { DraftLine, LineProblem } from './draft-lines';

const server: Stored<Product> = {
  id: 'server',
  name: 'Bulut sunucu',
  description: '',
  unitPrice: minorUnits(69_900),
  currency: 'TRY',
  taxRate: 20,
  isActive: true,
  createdAt: new Date(0),
  updatedAt: new Date(0),
};
const context = { currency: 'TRY', locale: 'tr', products: [server] } as const;
const line = (override: Partial<DraftLine> = {}): DraftLine => ({
  ...emptyLine('line', 'tr'),
  description: 'Danışmanlık',
  quantity: '2,5',
  unitPrice: '1.250,50',
  taxRate: '20',
  ...override,
});

it('asks for free text with its price in minor units', () => {
  const { request, priced, problems } = readLine(line(), context);
  expect(problems).toEqual({});
  expect(priced).toEqual({ quantity: 2.5, unitPrice: 125_050, taxRate: 20 });
  expect(request).toEqual({ description: 'Danışmanlık', quantity: 2.5, unitPrice: 125_050, taxRate: 20 });
});

it('asks for a product by its id alone: the server knows the price', () => {
  const { request, priced } = readLine(withProduct(line({ quantity: '3' }), server, 'tr'), context);
  expect(priced).toEqual({ quantity: 3, unitPrice: 69_900, taxRate: 20 });
  expect(request).toEqual({ productId: 'server', quantity: 3 });
});

it("keeps a product's own words when they were changed", () => {
  const changed = { ...withProduct(line(), server, 'tr'), description: 'Bulut sunucu, Kasım' };
  expect(readLine(changed, context).request).toMatchObject({
    productId: 'server',
    description: 'Bulut sunucu, Kasım',
  });
});

it('asks for a product that is no longer sold as free text', () => {
  const { request } = readLine(line({ productId: 'gone' }), context);
  expect(request).toMatchObject({ description: 'Danışmanlık', unitPrice: 125_050 });
});

it.each<[edge: string, Partial<DraftLine>, LineProblem]>([
  ['no description', { description: '  ' }, 'description'],
  ['a description too long to print', { description: 'x'.repeat(501) }, 'description'],
  ['nothing of it', { quantity: '0' }, 'quantity'],
  ['less than nothing', { quantity: '-1' }, 'quantity'],
  ['a quantity with four decimals', { quantity: '1,2345' }, 'quantity'],
  ['more than a million', { quantity: '1000001' }, 'quantity'],
  ['no price', { unitPrice: '' }, 'unitPrice'],
  ['a price in thirds of a kuruş', { unitPrice: '1,333' }, 'unitPriceTooFine'],
  ['VAT above the whole', { taxRate: '101' }, 'taxRate'],
  ['VAT with three decimals', { taxRate: '8,255' }, 'taxRate'],
])('refuses %s', (_, override, problem) => {
  const { request, problems } = readLine(line(override), context);
  expect(request).toBeNull();
  expect(Object.values(problems)).toEqual([problem]);
});

it.each<[edge: string, Partial<DraftLine>]>([
  ['three decimals of a quantity', { quantity: '0,001' }],
  ['a million', { quantity: '1000000' }],
  ['a discount', { unitPrice: '-100,00' }],
  ['a gift', { unitPrice: '0' }],
  ['no VAT', { taxRate: '0' }],
  ['VAT of 8,25', { taxRate: '8,25' }],
])("allows %s, and so does the server's schema", (_, override) => {
  const { request } = readLine(line(override), context);
  expect(invoiceItemRequest.safeParse(request).success).toBe(true);
});

it('shows a stored line as it was typed', () => {
  const item = {
    productId: null,
    description: 'Depolama',
    quantity: 730.25,
    unitPrice: minorUnits(1_290),
    taxRate: 8.25,
    taxAmount: minorUnits(0),
    total: minorUnits(0),
  };
  expect(lineOf(item, 'line-0', context)).toMatchObject({
    quantity: '730,25',
    unitPrice: '12,90',
    taxRate: '8,25',
  });
});
