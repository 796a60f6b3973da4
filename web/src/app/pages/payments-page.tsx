import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { AccountSwitch } from '../../features/customers/account-switch';
import { useOrganizations } from '../../features/customers/use-organizations';
import { useProfile } from '../../features/customers/use-profile';
import { PaymentList } from '../../features/payments/payment-list';
import { readerOf } from '../../features/payments/payment-reader';
import { usePayments } from '../../features/payments/use-payments';
import { useRefunds } from '../../features/payments/use-refunds';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';

/** Everything a customer ever paid, or tried to. The account lives in the address. */
export default function PaymentsPage() {
  const { t } = useTranslation();
  const { uid } = useVisitor();
  const [search, setSearch] = useSearchParams();
  const account = search.get('account');
  const profile = useProfile(uid);
  const organizations = useOrganizations(
    profile.status === 'ready' ? (profile.data?.organizationIds ?? []) : [],
  );
  const payments = usePayments(uid, account);
  const refunds = useRefunds(payments.status === 'ready' ? payments.data.rows : [], readerOf(account, uid));
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <PageTitle text={t('paymentsPage.title')} />
        <AccountSwitch
          organizations={organizations.status === 'ready' ? organizations.data : []}
          chosen={account}
          onChoose={(chosen) => {
            setSearch((current) => {
              if (chosen === null) current.delete('account');
              else current.set('account', chosen);
              return current;
            });
          }}
        />
      </Group>
      <PaymentList
        payments={payments}
        refunds={refunds.status === 'ready' ? refunds.data : []}
        empty={
          <Empty
            text={t('paymentsPage.empty')}
            action={
              <Button component={Link} href={paths.invoices} variant="default">
                {t('settlement.toInvoices')}
              </Button>
            }
          />
        }
      />
    </Stack>
  );
}
