import type { Allocation, Dispute, Payment } from '@hyble/billing-functions/src/schema/payment';
import type { Refund } from '@hyble/billing-functions/src/schema/refund';
import { Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Day, Instant } from '../../components/billing/day';
import { Money } from '../../components/billing/money';
import classes from '../../components/billing/payment-history.module.css';
import { StatusChip } from '../../components/billing/status-chip';
import type { StatusIcon, StatusMeaning } from '../../components/billing/status-chip';
import { RecordTable } from '../../components/record-table';
import type { Stored } from '../../lib/documents';
import { RefundFailure } from './refund-failure';

interface AllocationsProps {
  readonly payment: Payment;
  readonly invoiceLink: (invoiceId: string) => ReactNode;
}

/** Which invoice got how much of a payment; before the money came, which ones it is for. */
export function Allocations({ payment, invoiceLink }: AllocationsProps) {
  const { t } = useTranslation('console');
  const { allocations, currency, invoiceIds } = payment;
  if (invoiceIds.length === 0) return null;
  const rows = allocations.map((allocation) => ({ ...allocation, id: allocation.invoiceId }));
  const money = (amount: number) => <Money amount={amount} currency={currency} />;
  return (
    <section aria-label={t('payment.allocations')} className={classes.history}>
      <Title order={2}>{t('payment.allocations')}</Title>
      {rows.length === 0 ? (
        <>
          <Text size="sm" c="dimmed">
            {t('payment.notAllocated')}
          </Text>
          {invoiceIds.map((invoiceId) => (
            <div key={invoiceId}>{invoiceLink(invoiceId)}</div>
          ))}
        </>
      ) : (
        <RecordTable<Allocation & { readonly id: string }>
          caption={t('payment.allocationsCaption')}
          rows={rows}
          columns={[
            { key: 'invoice', label: t('payment.invoice'), cell: ({ invoiceId }) => invoiceLink(invoiceId) },
            {
              key: 'amount',
              label: t('payment.allocated'),
              isFigure: true,
              cell: ({ amount }) => money(amount),
            },
            {
              key: 'refunded',
              label: t('payment.allocationRefunded'),
              isFigure: true,
              cell: ({ refundedAmount }) => (refundedAmount > 0 ? money(refundedAmount) : null),
            },
          ]}
        />
      )}
    </section>
  );
}

const REFUND_LOOKS: Record<Refund['status'], { meaning: StatusMeaning; icon: StatusIcon }> = {
  PENDING: { meaning: 'waiting', icon: IconClock },
  SUCCEEDED: { meaning: 'neutral', icon: IconArrowBackUp },
  FAILED: { meaning: 'bad', icon: IconCircleX },
};

interface RefundListProps {
  readonly payment: Payment;
  readonly refunds: readonly Stored<Refund>[];
}

/** Every refund with its state; nothing where there is none. */
export function RefundList({ payment, refunds }: RefundListProps) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  if (refunds.length === 0) return null;
  const ordered = refunds.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return (
    <section aria-label={t('payment.refunds')} className={classes.history}>
      <Title order={2}>{t('payment.refunds')}</Title>
      <ul aria-label={t('payment.refundsCaption')} className={classes.list}>
        {ordered.map(({ id, amount, createdAt, currency, destination, failure, origin, reason, status }) => (
          <li key={id} className={classes.row}>
            <div className={classes.line}>
              <strong className={classes.amount}>
                <Money amount={amount} currency={currency} />
              </strong>
              <StatusChip {...REFUND_LOOKS[status]} label={t(`refund.states.${status}`)} />
            </div>
            <div className={classes.detail}>
              <span>
                {t(`refund.destinations.${destination}`, {
                  gateway: common(`gateways.${payment.gateway}`),
                })}
              </span>
              <Instant date={createdAt} />
            </div>
            <Text size="sm">{origin === 'GATEWAY' ? t('refund.byPanel') : reason}</Text>
            {failure !== null && <RefundFailure failure={failure} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const DISPUTE_LOOKS: Record<Dispute['status'], { meaning: StatusMeaning; icon: StatusIcon }> = {
  OPEN: { meaning: 'waiting', icon: IconClock },
  WON: { meaning: 'good', icon: IconCircleCheck },
  LOST: { meaning: 'bad', icon: IconCircleX },
};

/** The cardholder's objections; nothing where there is none. */
export function DisputeList({ payment: { disputes, currency } }: { payment: Payment }) {
  const { t } = useTranslation('console');
  if (disputes.length === 0) return null;
  const ordered = disputes.toSorted((a, b) => b.openedAt.getTime() - a.openedAt.getTime());
  return (
    <section aria-label={t('payment.disputes')} className={classes.history}>
      <Title order={2}>{t('payment.disputes')}</Title>
      <ul aria-label={t('payment.disputesCaption')} className={classes.list}>
        {ordered.map(({ gatewayDisputeId, amount, openedAt, reason, status }) => (
          <li key={gatewayDisputeId} className={classes.row}>
            <div className={classes.line}>
              <strong className={classes.amount}>
                <Money amount={amount} currency={currency} />
              </strong>
              <StatusChip {...DISPUTE_LOOKS[status]} label={t(`payment.disputeStates.${status}`)} />
            </div>
            <div className={classes.detail}>
              <span>{t('payment.disputeReason', { reason })}</span>
              <Day date={openedAt} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
