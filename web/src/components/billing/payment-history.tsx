import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { Refund } from '@hyble/billing-functions/src/schema/refund';
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stored } from '../../lib/documents';
import classes from './payment-history.module.css';
import { PaymentRow } from './payment-row';

interface PaymentHistoryProps {
  readonly payments: readonly Stored<Payment>[];
  readonly refunds?: readonly Stored<Refund>[];
  /** Where more is said of a payment; for customers the invoice says all. */
  readonly linkOf?: (payment: Stored<Payment>) => ReactNode;
}

/** Every attempt to pay an invoice, the failed ones with the reason that a customer may know, and what went back. */
export function PaymentHistory({ payments, refunds = [], linkOf }: PaymentHistoryProps) {
  const { t } = useTranslation();
  // A part that the wallet pays is told with the payment that it belongs to.
  const attempts = payments.filter(({ partOf }) => partOf === null);
  return (
    <section className={classes.history} aria-label={t('payments.title')}>
      <Title order={2}>{t('payments.title')}</Title>
      {attempts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('payments.empty')}
        </Text>
      ) : (
        <ul aria-label={t('payments.caption')} className={classes.list}>
          {attempts.map((payment) => (
            <li key={payment.id} className={classes.row}>
              <PaymentRow
                payment={payment}
                refunds={refunds.filter(({ paymentId }) => paymentId === payment.id)}
                {...(linkOf === undefined ? {} : { title: linkOf(payment) })}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
