import { minorUnits } from '../../../core/money';
import { anInvoice, anInvoiceItem } from '../../../invoices/testing/invoice-factory';
import type { Invoice } from '../../../schema/invoice';
import { aStatementLine } from '../testing/statement-factory';
import type { Candidates } from './propose-match';
import { proposeMatch } from './propose-match';

/** An open invoice of 120,00 TRY. */
const anOpenInvoice = (id: string, number: string, override: Partial<Invoice> = {}) => ({
  id,
  invoice: anInvoice({
    invoiceNumber: `HYB-202603-${number}`,
    items: [anInvoiceItem({ unitPrice: minorUnits(10_000) })],
    ...override,
  }),
});
const first = anOpenInvoice('invoice-1', '0001');
const second = anOpenInvoice('invoice-2', '0002');
const paid = anOpenInvoice('invoice-3', '0003', { status: 'PAID', amountDue: minorUnits(0) });
const others = anOpenInvoice('invoice-4', '0004', { userId: 'user-2' });
const organizations = anOpenInvoice('invoice-5', '0005', { organizationId: 'org-1' });
const inEuro = anOpenInvoice('invoice-6', '0006', { currency: 'EUR' });
const named = [second, first, paid, others, organizations, inEuro];

const propose = (line: Parameters<typeof aStatementLine>[0], candidates: Partial<Candidates> = {}) =>
  proposeMatch(aStatementLine(line), { named, fitting: [], ...candidates }, 'HYB');

test.each([
  ['its amount', 'HYB-202603-0001', 12_000, ['invoice-1'], 'NUMBER_AND_AMOUNT'],
  ['less', 'HYB-202603-0001', 11_999, ['invoice-1'], 'NUMBER'],
  ['more', 'HYB-202603-0001', 12_001, ['invoice-1'], 'NUMBER'],
  [
    'its amount, written in another way',
    'hyb 202603 0002 ve 2026',
    12_000,
    ['invoice-2'],
    'NUMBER_AND_AMOUNT',
  ],
  [
    'the sum of two, in the payer’s order',
    'HYB2026030002 HYB2026030001',
    24_000,
    ['invoice-2', 'invoice-1'],
    'NUMBER_AND_AMOUNT',
  ],
  ['the amount of one of two', 'HYB2026030002 HYB2026030001', 12_000, ['invoice-2', 'invoice-1'], 'NUMBER'],
  [
    'one that is paid beside one that is open',
    'HYB2026030003 HYB2026030001',
    12_000,
    ['invoice-1'],
    'NUMBER_AND_AMOUNT',
  ],
  ['one that is paid, whose customer it tells', 'HYB2026030003', 12_000, ['invoice-3'], 'NUMBER'],
  [
    'one that exists and one that does not',
    'HYB2026030001 HYB2026039999',
    12_000,
    ['invoice-1'],
    'NUMBER_AND_AMOUNT',
  ],
])('a number and %s', (_edge, remittance, amount, invoiceIds, basis) => {
  expect(propose({ remittance, amount: minorUnits(amount) })).toEqual({ invoiceIds, basis });
});

test.each([
  ['invoices of two customers', 'HYB2026030001 HYB2026030004'],
  ['a customer’s and their organization’s', 'HYB2026030001 HYB2026030005'],
  ['an invoice in another currency', 'HYB2026030006'],
])('nothing for %s, even where an amount fits', (_edge, remittance) => {
  expect(propose({ remittance }, { fitting: [second] })).toBeNull();
});

test.each([
  ['one fits', 'Havale', [first], 'invoice-1'],
  ['the number is of no invoice', 'HYB-202603-9999', [first], 'invoice-1'],
  ['two fit', 'Havale', [first, second], null],
  ['none fits', 'Havale', [], null],
  ['what was found fits other lines', 'Havale', [inEuro, paid], null],
  ['what was found fits this line and others', 'Havale', [inEuro, first, paid], 'invoice-1'],
])('by the amount: %s', (_edge, remittance, fitting, id) => {
  const expected = id === null ? null : { invoiceIds: [id], basis: 'AMOUNT' };
  expect(propose({ remittance }, { fitting })).toEqual(expected);
});
