import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { RefundStatus } from '@hyble/billing-functions/src/schema/refund';
import { Anchor, Button, Group, Stack } from '@mantine/core';
import { IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { BackLink } from '../../components/back-link';
import { PaymentStatusBadge } from '../../components/billing/payment-status-badge';
import { LiveRecord } from '../../components/live-record';
import { Notice } from '../../components/notice';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { PersonName } from '../../features/customers/person-name';
import { PaymentEvents } from '../../features/finance/payment-events';
import { InvoiceLink } from '../../features/invoices/invoice-link';
import { AskGatewayButton } from '../../features/payments/ask-gateway-button';
import { Allocations, DisputeList, RefundList } from '../../features/payments/payment-trail';
import { PaymentSums } from '../../features/payments/payment-sums';
import { openDestinations } from '../../features/payments/read-refund';
import { RefundDialog } from '../../features/payments/refund-dialog';
import { StaffFacts } from '../../features/payments/staff-facts';
import { StaffFailure } from '../../features/payments/staff-failure';
import { usePayment } from '../../features/payments/use-payment';
import { usePaymentEvents } from '../../features/payments/use-payment-events';
import { usePaymentRefunds } from '../../features/payments/use-payment-refunds';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { paymentTotal } from '../../lib/payment-parts';
import classes from './invoice-page.module.css';

/** One payment for staff: where its money came from and went, and what the gateway told. */
export default function ConsolePaymentPage({ paymentId }: { paymentId: string }) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const live = usePayment(paymentId);
  const payment = live.status === 'ready' ? live.data : null;
  const title =
    payment === null
      ? t('payment.title')
      : t('payment.titled', { amount: format.money(paymentTotal(payment), payment.currency) });
  return (
    <Stack gap="lg">
      <BackLink href={paths.consolePayments} label={t('payment.back')} />
      <Group justify="space-between" gap="md">
        <Group gap="sm">
          <PageTitle text={title} />
          {payment !== null && <PaymentStatusBadge status={payment.status} />}
        </Group>
        {payment !== null && <PaymentActs payment={payment} />}
      </Group>
      <LiveRecord live={live} missing={t('payment.missing')}>
        {(found) => <PaymentBody payment={found} />}
      </LiveRecord>
    </Stack>
  );
}

function PaymentBody({ payment }: { payment: Stored<Payment> }) {
  const { t } = useTranslation('console');
  const refunds = usePaymentRefunds(payment.id);
  const events = usePaymentEvents(payment.id);
  const { gateway, partOf } = payment;
  const isAtGateway = gateway === 'stripe' || gateway === 'paytr';
  return (
    <div className={classes.columns}>
      <Stack gap="xl">
        {partOf !== null && (
          <Group gap="sm">
            {t('payment.isPart')}
            <Anchor component={Link} href={paths.consolePayment(partOf)} size="sm">
              {t('payment.whole')}
            </Anchor>
          </Group>
        )}
        <StaffFailure payment={payment} events={events.status === 'ready' ? events.data : []} />
        <PaymentSums payment={payment} />
        <Allocations payment={payment} invoiceLink={(invoiceId) => <InvoiceLink invoiceId={invoiceId} />} />
        {refunds.status === 'ready' && <RefundList payment={payment} refunds={refunds.data} />}
        {refunds.status === 'failed' && <LiveProblemView {...refunds} />}
        <DisputeList payment={payment} />
        {isAtGateway && events.status === 'ready' && <PaymentEvents events={events.data} />}
        {events.status === 'failed' && <LiveProblemView {...events} />}
      </Stack>
      <StaffFacts payment={payment} customer={<PersonName uid={payment.userId} />} />
    </div>
  );
}

/** What may be done with a payment in its state; the server decides again. */
function PaymentActs({ payment }: { payment: Stored<Payment> }) {
  const { t } = useTranslation('console');
  const [isRefunding, setIsRefunding] = useState(false);
  const [ended, setEnded] = useState<RefundStatus | null>(null);
  const { gateway, partOf } = payment;
  const isAtGateway = gateway === 'stripe' || gateway === 'paytr';
  const isRefundable = partOf === null && openDestinations(payment).length > 0;
  return (
    <Group gap="sm" align="flex-start">
      {ended === 'PENDING' && (
        <Notice meaning="moving" role="status" icon={IconClock} title={t('refund.pendingNote')} />
      )}
      {ended === 'SUCCEEDED' && (
        <Notice meaning="good" role="status" icon={IconCircleCheck} title={t('refund.doneNote')} />
      )}
      {isAtGateway && <AskGatewayButton paymentId={payment.id} />}
      {isRefundable && (
        <Button
          onClick={() => {
            setEnded(null);
            setIsRefunding(true);
          }}
        >
          {t('payment.refund')}
        </Button>
      )}
      {isRefunding && (
        <RefundDialog
          payment={payment}
          onDone={(status) => {
            setEnded(status);
            setIsRefunding(false);
          }}
          onClose={() => {
            setIsRefunding(false);
          }}
        />
      )}
    </Group>
  );
}
