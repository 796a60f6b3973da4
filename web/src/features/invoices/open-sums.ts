import { isPastDue } from '@hyble/billing-functions/src/core/calendar';
import { add, ZERO } from '@hyble/billing-functions/src/core/money';
import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { Stored } from '../../lib/documents';

/** What is owed in one currency: sums of different currencies never meet. */
export interface OpenSum {
  readonly currency: string;
  /** Minor units, as is `overdue`, the part of it whose last day is over. */
  readonly due: MinorUnits;
  readonly overdue: MinorUnits;
  readonly invoices: readonly Stored<Invoice>[];
}

/** Open invoices by currency, what is late first and then by currency code. */
export function openSums(open: readonly Stored<Invoice>[], now: Date): OpenSum[] {
  const currencies = [...new Set(open.map(({ currency }) => currency))].sort();
  const sums = currencies.map((currency) => {
    const invoices = open.filter((invoice) => invoice.currency === currency);
    const late = invoices.filter(({ dueDate }) => isPastDue(dueDate, now));
    return { currency, due: dueOf(invoices), overdue: dueOf(late), invoices };
  });
  return sums.sort((one, other) => Number(other.overdue > 0) - Number(one.overdue > 0));
}

function dueOf(invoices: readonly Stored<Invoice>[]): MinorUnits {
  return add(ZERO, ...invoices.map(({ amountDue }) => amountDue));
}
