import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { AccountSwitch } from '../../features/customers/account-switch';
import { useAccounts } from '../../features/customers/use-accounts';
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
  const { account, organizations, choose } = useAccounts(uid);
  const payments = usePayments(uid, account);
  const refunds = useRefunds(payments.status === 'ready' ? payments.data.rows : [], readerOf(account, uid));
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <PageTitle text={t('paymentsPage.title')} />
        <AccountSwitch organizations={organizations} chosen={account} onChoose={choose} />
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
