import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Instant } from '../../components/billing/day';
import { Money } from '../../components/billing/money';
import { PaymentStatusBadge } from '../../components/billing/payment-status-badge';
import { RecordList } from '../../components/record-list';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';
import { paths } from '../../lib/paths';
import { gatewaySums } from './gateway-sums';

interface AllPaymentsListProps {
  readonly payments: Live<Pages<Stored<Payment>>>;
  readonly customerOf: (payment: Stored<Payment>) => ReactNode;
  readonly empty: ReactNode;
}

/** Payments as finance reads them: what the gateway took, kept and passes on. */
export function AllPaymentsList({ payments, customerOf, empty }: AllPaymentsListProps) {
  const { t } = useTranslation('console');
  return (
    <RecordList
      records={payments}
      caption={t('payments.caption')}
      empty={empty}
      columns={[
        {
          key: 'when',
          label: t('payments.when'),
          cell: (payment) => (
            <Anchor component={Link} href={paths.consolePayment(payment.id)} size="sm" inherit>
              <Instant date={payment.processedAt ?? payment.createdAt} />
            </Anchor>
          ),
        },
        { key: 'customer', label: t('payments.customer'), cell: customerOf },
        { key: 'way', label: t('payments.way'), cell: (payment) => <Way payment={payment} /> },
        {
          key: 'gross',
          label: t('payments.gross'),
          isFigure: true,
          cell: (payment) => <Money amount={gatewaySums(payment).gross} currency={payment.currency} />,
        },
        {
          key: 'fee',
          label: t('payments.fee'),
          isFigure: true,
          cell: (payment) => told(gatewaySums(payment).fee, payment),
        },
        {
          key: 'net',
          label: t('payments.net'),
          isFigure: true,
          cell: (payment) => told(gatewaySums(payment).net, payment),
        },
        {
          key: 'status',
          label: t('payments.status'),
          isHeadline: true,
          cell: ({ status }) => <PaymentStatusBadge status={status} />,
        },
      ]}
    />
  );
}

function told(amount: number | null, { currency }: Payment) {
  return amount === null ? null : <Money amount={amount} currency={currency} />;
}

function Way({ payment }: { payment: Payment }) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const format = useFormat();
  const { currency, gateway, installment, invoiceIds, walletPart } = payment;
  const details = [
    ...(installment > 1 ? [t('payments.instalments', { count: installment })] : []),
    ...(walletPart !== null && walletPart.status !== 'RELEASED'
      ? [t('payments.ofWallet', { amount: format.money(walletPart.amount, currency) })]
      : []),
    ...(invoiceIds.length === 0 ? [t('payments.topUp')] : []),
  ];
  return (
    <>
      {common(`gateways.${gateway}`)}
      {details.length > 0 && (
        <Text span size="xs" c="dimmed" display="block">
          {details.join(' · ')}
        </Text>
      )}
    </>
  );
}
