import { Button, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { PaidInvoice } from '../../features/invoices/paid-invoice';
import { SettlementView } from '../../features/payments/settlement-view';
import { usePayment } from '../../features/payments/use-payment';
import { paths } from '../../lib/paths';

/** Where gateways send customers back to. Shows what the payment's document says, whatever brought them here. */
export default function PaymentPage({ paymentId }: { paymentId: string }) {
  const { t } = useTranslation();
  const live = usePayment(paymentId);
  const payment = live.status === 'ready' ? live.data : null;
  const invoiceId = payment?.invoiceIds[0];
  return (
    <Stack gap="lg">
      <PageTitle text={t('settlement.title')} />
      {live.status === 'loading' && (
        <Delayed>
          <Skeleton height={240} />
        </Delayed>
      )}
      {live.status === 'failed' && <LiveProblemView {...live} />}
      {live.status === 'ready' && payment === null && (
        <Empty
          text={t('settlement.missing')}
          action={
            <Button component={Link} href={paths.invoices} variant="default">
              {t('settlement.toInvoices')}
            </Button>
          }
        />
      )}
      {payment !== null && (
        <SettlementView payment={payment}>
          {invoiceId !== undefined && <PaidInvoice invoiceId={invoiceId} />}
        </SettlementView>
      )}
    </Stack>
  );
}
