import type { PaymentGateway, PaymentStatus } from '@hyble/billing-functions/src/schema/payment';
import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { Empty } from '../../components/empty';
import { LinkTabs } from '../../components/link-tabs';
import { PageTitle } from '../../components/page-title';
import { PersonName } from '../../features/customers/person-name';
import { AllPaymentsList } from '../../features/payments/all-payments-list';
import { useAllPayments } from '../../features/payments/use-all-payments';
import { paths } from '../../lib/paths';

const STATUSES: readonly PaymentStatus[] = ['PENDING', 'PROCESSING', 'SUCCEEDED', 'FAILED', 'REFUNDED'];
const GATEWAYS: readonly PaymentGateway[] = ['stripe', 'paytr', 'bank', 'wallet'];

/** Everybody's payments; both filters live in the address. */
export default function ConsolePaymentsPage() {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const [search] = useSearchParams();
  const status = STATUSES.find((known) => known === search.get('status')) ?? null;
  const gateway = GATEWAYS.find((known) => known === search.get('gateway')) ?? null;
  const payments = useAllPayments({ status, gateway });
  const isFiltered = status !== null || gateway !== null;
  return (
    <Stack gap="lg">
      <PageTitle text={t('payments.title')} />
      <Stack gap="xs">
        <LinkTabs
          label={t('payments.filterStatus')}
          tabs={[null, ...STATUSES].map((known) => ({
            label: known === null ? t('payments.allStatuses') : common(`paymentStatuses.${known}`),
            href: paths.consolePaymentsBy({ status: known, gateway }),
            isCurrent: known === status,
          }))}
        />
        <LinkTabs
          label={t('payments.filterGateway')}
          tabs={[null, ...GATEWAYS].map((known) => ({
            label: known === null ? t('payments.allGateways') : common(`gateways.${known}`),
            href: paths.consolePaymentsBy({ status, gateway: known }),
            isCurrent: known === gateway,
          }))}
        />
      </Stack>
      <AllPaymentsList
        payments={payments}
        customerOf={({ userId }) => <PersonName uid={userId} />}
        empty={
          isFiltered ? (
            <Empty
              text={t('payments.noMatch')}
              action={
                <Button component={Link} href={paths.consolePayments} variant="default">
                  {t('clearFilters')}
                </Button>
              }
            />
          ) : (
            <Empty text={t('payments.empty')} />
          )
        }
      />
    </Stack>
  );
}
