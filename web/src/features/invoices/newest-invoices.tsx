import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { ReactNode } from 'react';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import { paths } from '../../lib/paths';
import { InvoiceList } from './invoice-list';

interface NewestInvoicesProps {
  readonly invoices: Live<readonly Stored<Invoice>[]>;
  readonly caption: string;
  readonly empty: ReactNode;
}

/** A few invoices and no more: the list has the others. */
export function NewestInvoices({ invoices, caption, empty }: NewestInvoicesProps) {
  const page =
    invoices.status === 'ready'
      ? { ...invoices, data: { rows: invoices.data, loadMore: null, isLoadingMore: false } }
      : invoices;
  return <InvoiceList invoices={page} caption={caption} hrefOf={paths.invoice} empty={empty} />;
}
