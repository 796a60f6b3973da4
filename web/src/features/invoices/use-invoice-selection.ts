import { add } from '@hyble/billing-functions/src/core/money';
import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { useState } from 'react';
import type { InvoiceSelection } from '../../components/billing/invoice-table';
import type { Stored } from '../../lib/documents';
import { canBePaid, MOST_AT_ONCE } from '../../lib/invoice-state';

export interface ChosenInvoices {
  readonly selection: InvoiceSelection;
  readonly chosen: readonly Stored<Invoice>[];
  readonly due: MinorUnits;
  readonly clear: () => void;
}

/** Invoices chosen to be paid together, of those on the page: open ones of one currency. */
export function useInvoiceSelection(rows: readonly Stored<Invoice>[]): ChosenInvoices {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  // What was paid meanwhile is chosen no longer.
  const chosen = rows.filter((invoice) => ids.has(invoice.id) && canBePaid(invoice));
  const currency = chosen[0]?.currency;
  const isChosen = ({ id }: Stored<Invoice>) => chosen.some((invoice) => invoice.id === id);
  return {
    chosen,
    due: add(...chosen.map(({ amountDue }) => amountDue)),
    clear: () => {
      setIds(new Set());
    },
    selection: {
      isChosen,
      canChoose: (invoice) =>
        isChosen(invoice) ||
        (canBePaid(invoice) &&
          (currency === undefined || invoice.currency === currency) &&
          chosen.length < MOST_AT_ONCE),
      onToggle: (invoice) => {
        const others = chosen.filter(({ id }) => id !== invoice.id).map(({ id }) => id);
        setIds(new Set(isChosen(invoice) ? others : [...others, invoice.id]));
      },
    },
  };
}
