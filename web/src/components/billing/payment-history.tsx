import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format';
import type { Stored } from '../../lib/documents';
import { Instant } from './day';
import { Money } from './money';
import classes from './payment-history.module.css';
import { PaymentStatusBadge } from './payment-status-badge';

/** Every attempt to pay an invoice, the failed ones with the reason that a customer may know. */
export function PaymentHistory({ payments }: { payments: readonly Stored<Payment>[] }) {
  const { t } = useTranslation();
  return (
    <section className={classes.history} aria-label={t('payments.title')}>
      <Title order={2}>{t('payments.title')}</Title>
      {payments.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('payments.empty')}
        </Text>
      ) : (
        <ul aria-label={t('payments.caption')} className={classes.list}>
          {payments.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PaymentRow({ payment }: { payment: Stored<Payment> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amount, currency } = payment;
  const notes = [
    t(`gateways.${payment.gateway}`),
    ...(payment.installment > 1 ? [t('payments.installments', { count: payment.installment })] : []),
    ...(payment.surcharge > 0
      ? [t('payments.surcharge', { amount: format.money(payment.surcharge, currency) })]
      : []),
    ...(payment.isTest ? [t('payments.test')] : []),
  ];
  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <strong className={classes.amount}>
          <Money amount={amount} currency={currency} />
        </strong>
        <PaymentStatusBadge status={payment.status} />
      </div>
      <div className={classes.detail}>
        <span>{notes.join(' · ')}</span>
        <Instant date={payment.processedAt ?? payment.createdAt} />
      </div>
      {payment.failureReason !== null && (
        <Text size="sm" c="var(--hb-bad-text)">
          {t(`paymentFailures.${payment.failureReason}`, { currency })}
        </Text>
      )}
      {payment.creditedToWallet > 0 && (
        <Text size="sm">
          {t('payments.creditedToWallet', { amount: format.money(payment.creditedToWallet, currency) })}
        </Text>
      )}
    </li>
  );
}
