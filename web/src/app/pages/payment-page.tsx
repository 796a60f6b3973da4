import { Button, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { BackLink } from '../../components/back-link';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { PaidInvoice } from '../../features/invoices/paid-invoice';
import { PaymentFacts } from '../../features/payments/payment-facts';
import { readerOf } from '../../features/payments/payment-reader';
import { SettlementView } from '../../features/payments/settlement-view';
import { usePayment } from '../../features/payments/use-payment';
import { useRefunds } from '../../features/payments/use-refunds';
import { isFramed } from '../../lib/framed';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';
import classes from './payment-page.module.css';

/**
 * Where gateways send customers back to, and where the list of payments leads. Shows what the payment's document says,
 * whatever brought them here.
 */
export default function PaymentPage({ paymentId }: { paymentId: string }) {
  const { t } = useTranslation();
  const { uid } = useVisitor();
  const live = usePayment(paymentId);
  const payment = live.status === 'ready' ? live.data : null;
  const refunds = useRefunds(
    payment === null ? [] : [payment],
    payment === null ? null : readerOf(payment.organizationId, uid),
  );
  return (
    <Stack gap="lg" className={classes.page}>
      {!isFramed && (
        <BackLink href={paths.paymentsBy(payment?.organizationId ?? null)} label={t('paymentsPage.back')} />
      )}
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
        <>
          <SettlementView payment={payment} uid={uid}>
            {payment.invoiceIds.map((invoiceId) => (
              <PaidInvoice
                key={invoiceId}
                invoiceId={invoiceId}
                isOneOfSeveral={payment.invoiceIds.length > 1}
              />
            ))}
            {/* Inside PayTR's frame the wallet is the page around it. */}
            {payment.invoiceIds.length === 0 && !isFramed && (
              <Button component={Link} href={paths.walletIn(payment.currency)}>
                {t('settlement.toWallet')}
              </Button>
            )}
          </SettlementView>
          {!isFramed && (
            <PaymentFacts payment={payment} refunds={refunds.status === 'ready' ? refunds.data : []} />
          )}
        </>
      )}
    </Stack>
  );
}
