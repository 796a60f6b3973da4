import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { Refund } from '@hyble/billing-functions/src/schema/refund';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { paymentTotal } from '../../lib/payment-parts';
import { Day, Instant } from './day';
import { Money } from './money';
import classes from './payment-history.module.css';
import { PaymentStatusBadge } from './payment-status-badge';

interface PaymentRowProps {
  readonly payment: Stored<Payment>;
  /** Of this payment. */
  readonly refunds?: readonly Stored<Refund>[];
  /** Whether why it failed is told elsewhere on the page. */
  readonly isReasonTold?: boolean;
  /** Stands in place of the bare sum: a link to more. */
  readonly title?: ReactNode;
}

/** One payment: sum, status, way and time, and what became of its money where that is not plain. */
export function PaymentRow({ payment, refunds = [], isReasonTold = false, title }: PaymentRowProps) {
  const { t } = useTranslation();
  const { currency, failureReason, status } = payment;
  return (
    <>
      <div className={classes.line}>
        <strong className={classes.amount}>
          {title ?? <Money amount={paymentTotal(payment)} currency={currency} />}
        </strong>
        <PaymentStatusBadge status={status} />
      </div>
      <div className={classes.detail}>
        <span>{useWays(payment).join(' · ')}</span>
        <Instant date={payment.processedAt ?? payment.createdAt} />
      </div>
      {failureReason !== null && !isReasonTold && (status === 'FAILED' || status === 'PENDING') && (
        <Text size="sm" c={failureReason === 'ABANDONED' ? 'dimmed' : 'var(--hb-bad-text)'}>
          {t(`paymentFailures.${failureReason}`, { currency })}
        </Text>
      )}
      <WalletNotes payment={payment} />
      <Refunds payment={payment} refunds={refunds} />
      <Disputes payment={payment} />
    </>
  );
}

/** How it was paid, in a few words: ways with their shares, installments, surcharge. */
function useWays(payment: Payment): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { amount, currency, gateway, installment, isTest, surcharge, walletPart } = payment;
  const money = (part: number) => format.money(part, currency);
  const way = t(`gateways.${gateway}`);
  return [
    ...(walletPart === null
      ? [way]
      : [
          t('payments.share', { way: t('gateways.wallet'), amount: money(walletPart.amount) }),
          t('payments.share', { way, amount: money(amount) }),
        ]),
    ...(installment > 1 ? [t('payments.installments', { count: installment })] : []),
    ...(surcharge > 0 ? [t('payments.surcharge', { amount: money(surcharge) })] : []),
    ...(isTest ? [t('payments.test')] : []),
  ];
}

function WalletNotes({ payment }: { payment: Payment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { creditedToWallet, currency, invoiceIds, walletPart } = payment;
  return (
    <>
      {walletPart?.status === 'HELD' && (
        <Text size="sm">
          {t('payments.walletHeld', { amount: format.money(walletPart.amount, currency) })}
        </Text>
      )}
      {walletPart?.status === 'RELEASED' && (
        <Text size="sm">
          {t('payments.walletReturned', { amount: format.money(walletPart.amount, currency) })}
        </Text>
      )}
      {/* Of a top-up it goes without saying. */}
      {creditedToWallet > 0 && invoiceIds.length > 0 && (
        <Text size="sm">
          {t('payments.creditedToWallet', { amount: format.money(creditedToWallet, currency) })}
        </Text>
      )}
    </>
  );
}

/** Each refund where they are known; else what the payment itself says of them. */
function Refunds({ payment, refunds }: { payment: Payment; refunds: readonly Stored<Refund>[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, pendingRefund, refundedAmount } = payment;
  const money = (amount: number) => format.money(amount, currency);
  if (refunds.length === 0) {
    return (
      <>
        {refundedAmount > 0 && (
          <Text size="sm">{t('payments.refunded', { amount: money(refundedAmount) })}</Text>
        )}
        {pendingRefund !== null && (
          <Text size="sm">{t('payments.refundPending', { amount: money(pendingRefund.amount) })}</Text>
        )}
      </>
    );
  }
  const ordered = refunds.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return (
    <ul className={classes.refunds} aria-label={t('payments.refunds')}>
      {ordered.map((refund) => (
        <li key={refund.id}>
          <span>
            {refund.status === 'SUCCEEDED'
              ? t(`payments.refundedTo.${refund.destination}`, { amount: money(refund.amount) })
              : t('payments.refundPending', { amount: money(refund.amount) })}
            {refund.reason !== null && <span className={classes.reason}> {refund.reason}</span>}
          </span>
          <Day date={refund.processedAt ?? refund.createdAt} />
        </li>
      ))}
    </ul>
  );
}

/** A cardholder's objection, told without taking sides. */
function Disputes({ payment: { disputes, currency } }: { payment: Payment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return disputes.map(({ gatewayDisputeId, status, amount }) => (
    <Text key={gatewayDisputeId} size="sm">
      {t(`payments.disputes.${status}`, { amount: format.money(amount, currency) })}
    </Text>
  ));
}
