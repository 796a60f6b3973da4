import type { InvoiceStatus } from '@hyble/billing-functions/src/schema/invoice';
import { Button, Group, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { Empty } from '../../components/empty';
import { LinkTabs } from '../../components/link-tabs';
import { PageTitle } from '../../components/page-title';
import { PersonName } from '../../features/customers/person-name';
import { InvoiceList } from '../../features/invoices/invoice-list';
import { useAllInvoices } from '../../features/invoices/use-all-invoices';
import { paths } from '../../lib/paths';

/** The order in which finance works: to issue, to chase, done. */
const STATUSES: readonly InvoiceStatus[] = ['DRAFT', 'PENDING', 'PARTIAL', 'OVERDUE', 'PAID', 'CANCELLED'];

/** Everybody's invoices; the status filter lives in the address. */
export default function ConsoleInvoicesPage() {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const [search] = useSearchParams();
  const status = STATUSES.find((known) => known === search.get('status')) ?? null;
  const invoices = useAllInvoices(status);
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <PageTitle text={t('invoices.title')} />
        <Button
          component={Link}
          href={paths.consoleNewInvoice}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t('invoices.new')}
        </Button>
      </Group>
      <LinkTabs
        label={common('invoices.filter')}
        tabs={[
          { label: t('invoices.all'), href: paths.consoleInvoices, isCurrent: status === null },
          ...STATUSES.map((known) => ({
            label: common(`invoiceStatuses.${known}`),
            href: paths.consoleInvoicesBy(known),
            isCurrent: known === status,
          })),
        ]}
      />
      <InvoiceList
        invoices={invoices}
        caption={t('invoices.caption')}
        hrefOf={paths.consoleInvoice}
        customerOf={({ buyer, userId }) => buyer?.name ?? <PersonName uid={userId} />}
        empty={
          status === null ? (
            <Empty text={t('invoices.empty')} />
          ) : (
            <Empty
              text={common('invoices.noMatch')}
              action={
                <Button component={Link} href={paths.consoleInvoices} variant="default">
                  {common('invoices.clearFilters')}
                </Button>
              }
            />
          )
        }
      />
    </Stack>
  );
}
