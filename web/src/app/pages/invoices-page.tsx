import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { Empty } from '../../components/empty';
import { LinkTabs } from '../../components/link-tabs';
import { PageTitle } from '../../components/page-title';
import { AccountSwitch } from '../../features/customers/account-switch';
import { useAccounts } from '../../features/customers/use-accounts';
import { InvoiceList } from '../../features/invoices/invoice-list';
import { SelectionBar } from '../../features/invoices/selection-bar';
import { useCustomerInvoices } from '../../features/invoices/use-customer-invoices';
import type { InvoiceTab } from '../../features/invoices/use-customer-invoices';
import { useInvoiceSelection } from '../../features/invoices/use-invoice-selection';
import { paths } from '../../lib/paths';
import type { InvoiceFilter } from '../../lib/paths';
import { useVisitor } from '../../lib/session';

const TABS: readonly { tab: InvoiceTab; label: 'all' | 'toPay' | 'paid' }[] = [
  { tab: 'all', label: 'all' },
  { tab: 'to-pay', label: 'toPay' },
  { tab: 'paid', label: 'paid' },
];

/** A customer's invoices. Tab and account live in the address. */
export default function InvoicesPage() {
  const { t } = useTranslation();
  const { uid } = useVisitor();
  const [search] = useSearchParams();
  const tab = TABS.find((known) => known.tab === search.get('tab'))?.tab ?? 'all';
  const { account, organizations, choose } = useAccounts(uid);
  const invoices = useCustomerInvoices(uid, account, tab);

  const { selection, ...chosen } = useInvoiceSelection(invoices.status === 'ready' ? invoices.data.rows : []);

  const address = (filter: InvoiceFilter) => paths.invoicesBy({ account, tab, ...filter });
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <PageTitle text={t('invoices.title')} />
        <AccountSwitch organizations={organizations} chosen={account} onChoose={choose} />
      </Group>
      <LinkTabs
        label={t('invoices.filter')}
        tabs={TABS.map((known) => ({
          label: t(`invoices.tabs.${known.label}`),
          href: address({ tab: known.tab }),
          isCurrent: known.tab === tab,
        }))}
      />
      <InvoiceList
        invoices={invoices}
        caption={t('invoices.caption')}
        hrefOf={paths.invoice}
        selection={selection}
        empty={
          tab === 'all' ? (
            <Empty text={t('invoices.empty')} />
          ) : (
            <Empty
              text={t('invoices.noMatch')}
              action={
                <Button component={Link} href={address({ tab: 'all' })} variant="default">
                  {t('invoices.clearFilters')}
                </Button>
              }
            />
          )
        }
      />
      <SelectionBar {...chosen} />
    </Stack>
  );
}
