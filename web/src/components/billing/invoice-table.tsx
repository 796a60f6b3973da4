import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Checkbox, Table, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useIsNarrow } from '../../lib/browser-state';
import type { Stored } from '../../lib/documents';
import type { InvoiceSort } from '../../lib/invoice-search';
import { Day } from './day';
import { DueNote } from './due-note';
import { InvoiceStatusBadge } from './invoice-status-badge';
import classes from './invoice-table.module.css';
import { Money } from './money';

interface InvoiceTableProps {
  readonly caption: string;
  readonly invoices: readonly Stored<Invoice>[];
  readonly hrefOf: (invoiceId: string) => string;
  /** Staff see everybody's invoices, and so whose each is. */
  readonly customerOf?: (invoice: Stored<Invoice>) => ReactNode;
  /** Lets rows be chosen, to do something with several at once. */
  readonly selection?: InvoiceSelection;
  /** Lets two headers order the rows; the cards of a phone have none. */
  readonly sorting?: InvoiceSorting;
}

export interface InvoiceSorting {
  readonly sort: InvoiceSort;
  readonly hrefOf: (sort: InvoiceSort) => string;
}

export interface InvoiceSelection {
  readonly isChosen: (invoice: Stored<Invoice>) => boolean;
  readonly canChoose: (invoice: Stored<Invoice>) => boolean;
  readonly onToggle: (invoice: Stored<Invoice>) => void;
}

/** Invoices as a table, on phones as cards; every row is a link. */
export function InvoiceTable(props: InvoiceTableProps) {
  return useIsNarrow(props.customerOf === undefined ? 'phone' : 'tablet') ? (
    <InvoiceCards {...props} />
  ) : (
    <WideInvoiceTable {...props} />
  );
}

function WideInvoiceTable({ caption, invoices, hrefOf, customerOf, selection, sorting }: InvoiceTableProps) {
  const { t } = useTranslation();
  return (
    <Table
      className={classes.table}
      data-wide={customerOf !== undefined || undefined}
      verticalSpacing="sm"
      horizontalSpacing="sm"
      highlightOnHover
    >
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <Table.Thead>
        <Table.Tr>
          {selection && (
            <Table.Th scope="col" className={classes.choice}>
              <VisuallyHidden>{t('invoices.choose')}</VisuallyHidden>
            </Table.Th>
          )}
          <Table.Th scope="col">{t('invoices.number')}</Table.Th>
          {customerOf && <Table.Th scope="col">{t('invoices.customer')}</Table.Th>}
          <SortableHeader
            label={t('invoices.issued')}
            sorts={BY_ISSUE}
            className={classes.issued}
            {...(sorting === undefined ? {} : { sorting })}
          />
          <SortableHeader
            label={t('invoices.due')}
            sorts={BY_DUE}
            {...(sorting === undefined ? {} : { sorting })}
          />
          <Table.Th scope="col">{t('invoices.status')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('invoices.total')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('invoices.amountDue')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {invoices.map((invoice) => (
          <Table.Tr key={invoice.id} className={classes.row}>
            {selection && (
              <Table.Td className={classes.choice}>
                <InvoiceChoice invoice={invoice} selection={selection} />
              </Table.Td>
            )}
            <Table.Th scope="row">
              <InvoiceLink invoice={invoice} href={hrefOf(invoice.id)} />
            </Table.Th>
            {customerOf && <Table.Td className={classes.customer}>{customerOf(invoice)}</Table.Td>}
            <Table.Td className={classes.issued}>
              {invoice.issueDate === null ? '–' : <Day date={invoice.issueDate} />}
            </Table.Td>
            <Table.Td>
              <span className={classes.due}>
                <Day date={invoice.dueDate} />
                <DueNote invoice={invoice} />
              </span>
            </Table.Td>
            <Table.Td>
              <InvoiceStatusBadge status={invoice.status} />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={invoice.total} currency={invoice.currency} />
            </Table.Td>
            <Table.Td ta="right" fw={invoice.amountDue > 0 ? 600 : 400}>
              <Money amount={invoice.amountDue} currency={invoice.currency} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The orders of a column, the one that is asked for first before its reverse. */
interface ColumnSorts {
  readonly first: InvoiceSort;
  readonly reverse: InvoiceSort;
  readonly ascending: InvoiceSort;
}

const BY_ISSUE: ColumnSorts = { first: 'newest', reverse: 'oldest', ascending: 'oldest' };
const BY_DUE: ColumnSorts = { first: 'due-first', reverse: 'due-last', ascending: 'due-first' };

interface SortableHeaderProps {
  readonly label: string;
  readonly sorts: ColumnSorts;
  readonly sorting?: InvoiceSorting;
  readonly className?: string | undefined;
}

/** A header that orders the rows by its column, and then the other way round. */
function SortableHeader({ label, sorts, sorting, className }: SortableHeaderProps) {
  if (sorting === undefined) {
    return (
      <Table.Th scope="col" className={className}>
        {label}
      </Table.Th>
    );
  }
  const { sort, hrefOf } = sorting;
  const isSorted = sort === sorts.first || sort === sorts.reverse;
  const isAscending = sort === sorts.ascending;
  const Arrow = isAscending ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th
      scope="col"
      className={className}
      {...(isSorted ? { 'aria-sort': isAscending ? 'ascending' : 'descending' } : {})}
    >
      <Link href={hrefOf(sort === sorts.first ? sorts.reverse : sorts.first)} className={classes.sort}>
        {label}
        {isSorted && <Arrow size={14} aria-hidden />}
      </Link>
    </Table.Th>
  );
}

function InvoiceCards({ caption, invoices, hrefOf, customerOf, selection }: InvoiceTableProps) {
  const { t } = useTranslation();
  return (
    <ul aria-label={caption} className={classes.cards}>
      {invoices.map((invoice) => (
        <li key={invoice.id} className={classes.card}>
          <div className={classes.cardLine}>
            <span className={classes.cardName}>
              {selection && <InvoiceChoice invoice={invoice} selection={selection} />}
              <InvoiceLink invoice={invoice} href={hrefOf(invoice.id)} />
            </span>
            <strong className={classes.cardTotal}>
              <Money amount={invoice.total} currency={invoice.currency} />
            </strong>
          </div>
          {customerOf && <div className={classes.customer}>{customerOf(invoice)}</div>}
          {invoice.amountDue > 0 && invoice.amountDue < invoice.total && (
            <div className={classes.cardLine}>
              {t('invoices.amountDue')}
              <Money amount={invoice.amountDue} currency={invoice.currency} />
            </div>
          )}
          <div className={classes.cardLine}>
            <span className={classes.due}>
              <span>
                {t('invoices.due')}: <Day date={invoice.dueDate} />
              </span>
              <DueNote invoice={invoice} />
            </span>
            <InvoiceStatusBadge status={invoice.status} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function InvoiceLink({ invoice, href }: { invoice: Stored<Invoice>; href: string }) {
  const { t } = useTranslation();
  return (
    <Link href={href} className={classes.link} data-cancelled={invoice.status === 'CANCELLED' || undefined}>
      {invoice.invoiceNumber ?? t('invoices.draft')}
    </Link>
  );
}

/** Nothing for an invoice that cannot be chosen now. */
function InvoiceChoice({ invoice, selection }: { invoice: Stored<Invoice>; selection: InvoiceSelection }) {
  const { t } = useTranslation();
  if (!selection.canChoose(invoice)) return null;
  return (
    <Checkbox
      className={classes.check}
      aria-label={t('invoices.chooseOne', { number: invoice.invoiceNumber ?? '' })}
      checked={selection.isChosen(invoice)}
      onChange={() => {
        selection.onToggle(invoice);
      }}
    />
  );
}
