import fc from 'fast-check';
import {
  EVERY_INVOICE,
  INVOICE_SORTS,
  INVOICE_TABS,
  invoiceQuery,
  narrows,
  readDay,
  readInvoiceSearch,
  sortOf,
} from './invoice-search';
import type { InvoiceSearch } from './invoice-search';
import { paths } from './paths';

const read = (address: string) => readInvoiceSearch(new URL(address, 'https://billing.example').searchParams);
const searchWith = (override: Partial<InvoiceSearch>): InvoiceSearch => ({ ...EVERY_INVOICE, ...override });

describe('in the address', () => {
  it('is nothing for every invoice', () => {
    expect(paths.invoicesBy(EVERY_INVOICE)).toBe('/invoices');
    expect(read('/invoices')).toEqual(EVERY_INVOICE);
  });

  it('comes back whole, whatever is searched', () => {
    const day = fc.option(
      fc
        .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    );
    const anySearch = fc.record({
      tab: fc.constantFrom(...INVOICE_TABS),
      number: fc.string().map((text) => text.trim()),
      from: day,
      to: day,
      sort: fc.constantFrom(...INVOICE_SORTS),
    });
    fc.assert(
      fc.property(anySearch, (search) => {
        expect(read(paths.invoicesBy(search))).toEqual(search);
      }),
    );
  });

  it.each([
    ['an unknown tab', 'tab=unpaid'],
    ['an unknown order', 'sort=total'],
    ['a day that no calendar has', 'from=2026-02-30'],
    ['a day written otherwise', 'to=05.03.2026'],
    ['only blanks for a number', 'number=%20%20'],
  ])('is not narrowed by %s', (_, query) => {
    expect(read(`/invoices?${query}`)).toEqual(EVERY_INVOICE);
  });
});

it.each([
  ['2026-11-26', '2026-11-26'],
  ['2028-02-29', '2028-02-29'],
  ['2026-02-29', null],
  ['0202-11-26', null],
  ['2026-13-01', null],
  ['20260-01-01', null],
  ['', null],
  [null, null],
])('reads %j as the day %j', (text, day) => {
  expect(readDay(text)).toBe(day);
});

it.each<[string, Partial<InvoiceSearch>, boolean]>([
  ['everything', {}, false],
  ['an order', { sort: 'due-first' }, false],
  ['a tab', { tab: 'paid' }, true],
  ['a number', { number: '2026' }, true],
  ['a first day', { from: '2026-01-01' }, true],
  ['a last day', { to: '2026-01-01' }, true],
])('%s leaves some out: see the table', (_, search, answer) => {
  expect(narrows(searchWith(search))).toBe(answer);
});

describe('asks the database for', () => {
  const everything = {
    statuses: null,
    issuedFrom: null,
    issuedBefore: null,
    numbers: null,
    order: { field: 'issueDate', direction: 'desc' },
  };

  it.each<[string, Partial<InvoiceSearch>, object]>([
    ['everything, the newest issue first', {}, {}],
    ['what is to pay', { tab: 'to-pay' }, { statuses: ['PENDING', 'PARTIAL', 'OVERDUE'] }],
    ['what is paid', { tab: 'paid' }, { statuses: ['PAID'] }],
    ['the oldest first', { sort: 'oldest' }, { order: { field: 'issueDate', direction: 'asc' } }],
    ['the first due first', { sort: 'due-first' }, { order: { field: 'dueDate', direction: 'asc' } }],
    ['the last due first', { sort: 'due-last' }, { order: { field: 'dueDate', direction: 'desc' } }],
    [
      'days of the seller’s calendar, the last one whole',
      { from: '2026-11-01', to: '2026-11-30' },
      {
        issuedFrom: new Date('2026-10-31T21:00:00Z'),
        issuedBefore: new Date('2026-11-30T21:00:00Z'),
      },
    ],
    [
      'a number within tab and period, by number whatever order was wanted',
      { number: '202611', tab: 'paid', from: '2026-11-01', sort: 'due-first' },
      {
        statuses: ['PAID'],
        issuedFrom: new Date('2026-10-31T21:00:00Z'),
        numbers: { first: 'HYB-202611', last: 'HYB-202611\uf8ff' },
        order: { field: 'invoiceNumber', direction: 'desc' },
      },
    ],
  ])('%s', (_, search, query) => {
    expect(invoiceQuery(searchWith(search), 'HYB')).toEqual({ ...everything, ...query });
  });
});

it('shows the order that a search gets', () => {
  expect(sortOf(searchWith({ sort: 'due-last' }))).toBe('due-last');
  expect(sortOf(searchWith({ sort: 'due-last', number: '2026' }))).toBe('newest');
});
