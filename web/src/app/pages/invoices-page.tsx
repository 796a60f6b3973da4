import { Button, Group, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { Empty } from '../../components/empty';
import { LinkTabs } from '../../components/link-tabs';
import { PageTitle } from '../../components/page-title';
import { AccountSwitch } from '../../features/customers/account-switch';
import { useAccounts } from '../../features/customers/use-accounts';
import { InvoiceList } from '../../features/invoices/invoice-list';
import { SelectionBar } from '../../features/invoices/selection-bar';
import { useCustomerInvoices } from '../../features/invoices/use-customer-invoices';
import { useInvoiceSelection } from '../../features/invoices/use-invoice-selection';
import { useStatusNews } from '../../features/invoices/use-status-news';
import { onDemand } from '../../lib/on-demand';
import { narrows, readInvoiceSearch, sortOf } from '../../lib/invoice-search';
import type { InvoiceSearch, InvoiceTab } from '../../lib/invoice-search';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';
import { useKeptRows } from '../../lib/use-kept-rows';
import classes from './invoices-page.module.css';

/** Kept for the filters, so that the rows stay where they are. */
const ROOM = <div className={classes.room} />;

// They come after the first rows, which need not wait for them.
const InvoiceFilters = onDemand(
  async () => ({ default: (await import('../../features/invoices/invoice-filters')).InvoiceFilters }),
  { words: ['invoiceSearch'], meanwhile: ROOM },
);

const TABS: readonly { tab: InvoiceTab; label: 'all' | 'toPay' | 'paid' }[] = [
  { tab: 'all', label: 'all' },
  { tab: 'to-pay', label: 'toPay' },
  { tab: 'paid', label: 'paid' },
];

/** A customer's invoices. What is searched, its order and the account live in the address. */
export default function InvoicesPage() {
  const { t } = useTranslation();
  const { uid } = useVisitor();
  const [, navigate] = useLocation();
  const [parameters] = useSearchParams();
  const search = readInvoiceSearch(parameters);
  const { account, organizations, choose } = useAccounts(uid);
  const asked = useCustomerInvoices(uid, account, search);
  const [hasAnswer, setHasAnswer] = useState(false);
  if (!hasAnswer && asked.status !== 'loading') setHasAnswer(true);
  const { rows: invoices, areOld } = useKeptRows(asked, account);
  const shown = invoices.status === 'ready' ? invoices.data.rows : [];
  const { selection, ...chosen } = useInvoiceSelection(shown);
  useStatusNews(shown);
  const list = useRef<HTMLDivElement>(null);

  const address = (change: Partial<InvoiceSearch>) => paths.invoicesBy({ account, ...search, ...change });
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <PageTitle text={t('invoices.title')} />
        <AccountSwitch organizations={organizations} chosen={account} onChoose={choose} />
      </Group>
      <LinkTabs
        label={t('invoices.filter')}
        tabs={TABS.map(({ tab, label }) => ({
          label: t(`invoices.tabs.${label}`),
          href: address({ tab }),
          isCurrent: tab === search.tab,
        }))}
      />
      {hasAnswer ? (
        <InvoiceFilters
          search={search}
          onChange={(change, options) => {
            navigate(address(change), options);
          }}
          shown={asked.status === 'ready' ? asked.data.rows.length : null}
        />
      ) : (
        ROOM
      )}
      <div ref={list} tabIndex={-1} aria-busy={areOld} className={classes.list}>
        <InvoiceList
          invoices={invoices}
          caption={t('invoices.caption')}
          hrefOf={paths.invoice}
          selection={selection}
          {...(search.number === ''
            ? { sorting: { sort: sortOf(search), hrefOf: (sort) => address({ sort }) } }
            : {})}
          empty={
            narrows(search) ? (
              <Empty
                text={t('invoices.noMatch')}
                action={
                  <Button
                    component={Link}
                    href={paths.invoicesBy({ account, sort: search.sort })}
                    variant="default"
                    // The link goes with the sentence; the keyboard goes on from the list.
                    onClick={() => {
                      list.current?.focus({ preventScroll: true });
                    }}
                  >
                    {t('invoices.clearFilters')}
                  </Button>
                }
              />
            ) : (
              <Empty text={t('invoices.empty')} />
            )
          }
        />
      </div>
      <SelectionBar {...chosen} />
    </Stack>
  );
}
