import { addDays, startOfDay } from '@hyble/billing-functions/src/core/calendar';
import type { CalendarDay } from '@hyble/billing-functions/src/core/calendar';
import type { InvoiceStatus } from '@hyble/billing-functions/src/schema/invoice';
import { PAYABLE_STATUSES } from './invoice-state';
import { numbersBeginning } from './number-range';
import type { TextRange } from './text-range';

export const INVOICE_TABS = ['all', 'to-pay', 'paid'] as const;
export type InvoiceTab = (typeof INVOICE_TABS)[number];

/** By day of issue, or by the last day to pay on. */
export const INVOICE_SORTS = ['newest', 'oldest', 'due-first', 'due-last'] as const;
export type InvoiceSort = (typeof INVOICE_SORTS)[number];

/** What a customer asks of the list of invoices. All of it lives in the address. */
export interface InvoiceSearch {
  readonly tab: InvoiceTab;
  /** How the number begins, as typed; empty for every number. */
  readonly number: string;
  /** The first and the last day of issue, both included; null leaves that end open. */
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly sort: InvoiceSort;
}

/** Every invoice, the newest first. */
export const EVERY_INVOICE: InvoiceSearch = { tab: 'all', number: '', from: null, to: null, sort: 'newest' };

/** Reads an address; what it does not understand narrows nothing. */
export function readInvoiceSearch(address: URLSearchParams): InvoiceSearch {
  return {
    tab: INVOICE_TABS.find((tab) => tab === address.get('tab')) ?? EVERY_INVOICE.tab,
    number: (address.get('number') ?? '').trim(),
    from: readDay(address.get('from')),
    to: readDay(address.get('to')),
    sort: INVOICE_SORTS.find((sort) => sort === address.get('sort')) ?? EVERY_INVOICE.sort,
  };
}

/** Whether it leaves any invoice out; an order leaves none out. */
export function narrows({ tab, number, from, to }: InvoiceSearch): boolean {
  return tab !== 'all' || number !== '' || from !== null || to !== null;
}

/** A day of the calendar that invoices can be of: no `2026-02-30`, and no year half typed. */
export function readDay(text: string | null): CalendarDay | null {
  if (text === null || !/^[2-9]\d{3}-\d\d-\d\d$/.test(text)) return null;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) ? text : null;
}

/** What is asked of the database, in its own terms. */
export interface InvoiceQuery {
  /** Null for all. */
  readonly statuses: readonly InvoiceStatus[] | null;
  readonly issuedFrom: Date | null;
  /** Not included. */
  readonly issuedBefore: Date | null;
  readonly numbers: TextRange | null;
  readonly order: {
    readonly field: 'issueDate' | 'dueDate' | 'invoiceNumber';
    readonly direction: 'asc' | 'desc';
  };
}

const STATUSES: Record<InvoiceTab, InvoiceQuery['statuses']> = {
  all: null,
  'to-pay': PAYABLE_STATUSES,
  paid: ['PAID'],
};

const ORDERS: Record<InvoiceSort, InvoiceQuery['order']> = {
  newest: { field: 'issueDate', direction: 'desc' },
  oldest: { field: 'issueDate', direction: 'asc' },
  'due-first': { field: 'dueDate', direction: 'asc' },
  'due-last': { field: 'dueDate', direction: 'desc' },
};

/**
 * The query that answers a search; `local/rules/queries.ts` lists every shape it can take. A search by number is
 * ordered by number, which is the order of issue, so that it reads the index from where the number begins and nothing
 * before it, however many invoices there are.
 * @param prefix what every number of this seller begins with, such as `HYB`.
 */
export function invoiceQuery(search: InvoiceSearch, prefix: string): InvoiceQuery {
  const numbers = numbersBeginning(search.number, prefix);
  return {
    statuses: STATUSES[search.tab],
    issuedFrom: search.from === null ? null : startOfDay(search.from),
    issuedBefore: search.to === null ? null : startOfDay(addDays(search.to, 1)),
    numbers,
    order: numbers === null ? ORDERS[search.sort] : { field: 'invoiceNumber', direction: 'desc' },
  };
}

/** The order that a search gets: one by number has its own. */
export function sortOf(search: InvoiceSearch): InvoiceSort {
  return search.number === '' ? search.sort : 'newest';
}
