import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { Refund } from '@hyble/billing-functions/src/schema/refund';
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { InvoiceTableSkeleton } from '../../components/billing/invoice-table-skeleton';
import { Money } from '../../components/billing/money';
import classes from '../../components/billing/payment-history.module.css';
import { PaymentRow } from '../../components/billing/payment-row';
import { LiveProblemView } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';
import { paths } from '../../lib/paths';
import { paymentTotal } from '../../lib/payment-parts';

interface PaymentListProps {
  readonly payments: Live<Pages<Stored<Payment>>>;
  readonly refunds: readonly Stored<Refund>[];
  /** What stands in for the list when there is no payment. */
  readonly empty: ReactNode;
}

/** All payments, newest first; each leads to its page. */
export function PaymentList({ payments, refunds, empty }: PaymentListProps) {
  const { t } = useTranslation();
  if (payments.status === 'loading') return <InvoiceTableSkeleton />;
  if (payments.status === 'failed') return <LiveProblemView {...payments} />;
  const { rows, loadMore, isLoadingMore } = payments.data;
  if (rows.length === 0) return empty;
  return (
    <>
      <ul aria-label={t('paymentsPage.caption')} className={classes.list}>
        {rows.map((payment) => (
          <li key={payment.id} className={`${classes.row} ${classes.linked}`}>
            <PaymentRow
              payment={payment}
              refunds={refunds.filter(({ paymentId }) => paymentId === payment.id)}
              title={
                <Link href={paths.payment(payment.id)} className={classes.link}>
                  <Money amount={paymentTotal(payment)} currency={payment.currency} />
                  {' · '}
                  {payment.invoiceIds.length === 0
                    ? t('paymentsPage.topUp')
                    : t('paymentsPage.invoices', { count: payment.invoiceIds.length })}
                </Link>
              }
            />
          </li>
        ))}
      </ul>
      {(loadMore !== null || isLoadingMore) && (
        <Group justify="center" mt="lg">
          <Button variant="default" loading={isLoadingMore} onClick={() => loadMore?.()}>
            {t('loadMore')}
          </Button>
        </Group>
      )}
    </>
  );
}
