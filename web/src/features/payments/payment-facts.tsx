import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { Refund } from '@hyble/billing-functions/src/schema/refund';
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../../components/billing/payment-history.module.css';
import { PaymentRow } from '../../components/billing/payment-row';
import type { Stored } from '../../lib/documents';

interface PaymentFactsProps {
  readonly payment: Stored<Payment>;
  readonly refunds: readonly Stored<Refund>[];
}

/** What is known of one payment beside how it ended. */
export function PaymentFacts({ payment, refunds }: PaymentFactsProps) {
  const { t } = useTranslation();
  return (
    <section className={classes.history} aria-label={t('paymentsPage.facts')}>
      <Title order={2}>{t('paymentsPage.facts')}</Title>
      <div className={`${classes.list} ${classes.row}`}>
        <PaymentRow payment={payment} refunds={refunds} isReasonTold={payment.status === 'FAILED'} />
      </div>
    </section>
  );
}
