import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Anchor, Button, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { BackLink } from '../../components/back-link';
import { InvoiceHeader } from '../../components/billing/invoice-header';
import { InvoiceView } from '../../components/billing/invoice-view';
import { Money } from '../../components/billing/money';
import { PaymentHistory } from '../../components/billing/payment-history';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { LiveProblemView } from '../../components/problem';
import { InvoiceFacts } from '../../features/customers/invoice-facts';
import { PersonName } from '../../features/customers/person-name';
import { CancelDialog } from '../../features/invoices/cancel-dialog';
import { CreditNotes } from '../../features/invoices/credit-notes';
import { InvoiceTimeline } from '../../features/invoices/invoice-timeline';
import { IssueDialog } from '../../features/invoices/issue-dialog';
import { PdfButton } from '../../features/invoices/pdf-button';
import { useCreditNotes } from '../../features/invoices/use-credit-notes';
import { useInvoice } from '../../features/invoices/use-invoice';
import { useInvoiceAudit } from '../../features/invoices/use-invoice-audit';
import { useStatusNews } from '../../features/invoices/use-status-news';
import { ChargeButton } from '../../features/payments/charge-button';
import { openDestinations } from '../../features/payments/read-refund';
import { RecordTransferDialog } from '../../features/payments/record-transfer-dialog';
import { useInvoicePayments } from '../../features/payments/use-invoice-payments';
import { useRefunds } from '../../features/payments/use-refunds';
import { SubscriptionLinks } from '../../features/subscriptions/subscription-links';
import type { Stored } from '../../lib/documents';
import { isPayable } from '../../lib/invoice-state';
import { paths } from '../../lib/paths';
import { paymentTotal } from '../../lib/payment-parts';
import classes from './invoice-page.module.css';

const AS_STAFF = { isStaff: true } as const;

/** One invoice for staff: the document on the left, what is known about it on the right. */
export default function ConsoleInvoicePage({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const live = useInvoice(invoiceId);
  const invoice = live.status === 'ready' ? live.data : null;
  const payments = useInvoicePayments(invoiceId, AS_STAFF);
  const refunds = useRefunds(payments.status === 'ready' ? payments.data : [], AS_STAFF);
  const creditNotes = useCreditNotes(invoice, AS_STAFF);
  const audit = useInvoiceAudit(invoiceId);
  useStatusNews(invoice === null ? [] : [invoice]);

  return (
    <Stack gap="lg">
      <BackLink href={paths.consoleInvoices} label={t('invoice.back')} />
      <InvoiceHeader invoice={invoice}>
        {invoice !== null && (
          <InvoiceActs invoice={invoice} payments={payments.status === 'ready' ? payments.data : []} />
        )}
      </InvoiceHeader>
      {live.status === 'loading' && (
        <Delayed>
          <Skeleton height={480} />
        </Delayed>
      )}
      {live.status === 'failed' && <LiveProblemView {...live} />}
      {live.status === 'ready' && live.data === null && <Empty text={common('invoice.missing')} />}
      {invoice !== null && (
        <div className={classes.columns}>
          <Stack gap="lg">
            <InvoiceView invoice={invoice} />
            {payments.status === 'ready' && (
              <PaymentHistory
                payments={payments.data}
                refunds={refunds.status === 'ready' ? refunds.data : []}
                linkOf={(payment) => <PaymentLink payment={payment} />}
              />
            )}
            {payments.status === 'failed' && <LiveProblemView {...payments} />}
            {creditNotes.status === 'ready' && <CreditNotes notes={creditNotes.data} />}
            {creditNotes.status === 'failed' && <LiveProblemView {...creditNotes} />}
          </Stack>
          <Stack gap="xl">
            <InvoiceFacts invoice={invoice} />
            <SubscriptionLinks userId={invoice.userId} subscriptionId={invoice.subscriptionId} />
            {audit.status === 'ready' && (
              <InvoiceTimeline
                audit={audit.data}
                payments={payments.status === 'ready' ? payments.data : []}
                actor={(uid) => <PersonName uid={uid} />}
              />
            )}
            {audit.status === 'failed' && <LiveProblemView {...audit} />}
          </Stack>
        </div>
      )}
    </Stack>
  );
}

/** A payment by its sum, leading to its page in the console. */
function PaymentLink({ payment }: { payment: Stored<Payment> }) {
  return (
    <Anchor component={Link} href={paths.consolePayment(payment.id)} inherit>
      <Money amount={paymentTotal(payment)} currency={payment.currency} />
    </Anchor>
  );
}

interface InvoiceActsProps {
  readonly invoice: Stored<Invoice>;
  /** Newest first. */
  readonly payments: readonly Stored<Payment>[];
}

/** What may be done to an invoice in its status; the server decides again. */
function InvoiceActs({ invoice, payments }: InvoiceActsProps) {
  const { t } = useTranslation('console');
  const [dialog, setDialog] = useState<'issue' | 'cancel' | 'transfer' | null>(null);
  const isDraft = invoice.status === 'DRAFT';
  const isCancellable =
    isDraft || (['PENDING', 'OVERDUE'].includes(invoice.status) && invoice.amountPaid === 0);
  const refundablePayment = payments.find(
    (payment) => payment.partOf === null && openDestinations(payment).length > 0,
  );
  const close = () => {
    setDialog(null);
  };
  return (
    <>
      <PdfButton invoice={invoice} />
      {isCancellable && (
        <Button
          variant="default"
          onClick={() => {
            setDialog('cancel');
          }}
        >
          {isDraft ? t('invoice.discard') : t('invoice.cancel')}
        </Button>
      )}
      {refundablePayment !== undefined && (
        <Button component={Link} href={paths.consolePayment(refundablePayment.id)} variant="default">
          {t('payment.refund')}
        </Button>
      )}
      {!isDraft && <ChargeButton invoice={invoice} />}
      {isPayable(invoice) && (
        <Button
          variant="default"
          onClick={() => {
            setDialog('transfer');
          }}
        >
          {t('transfer.record')}
        </Button>
      )}
      {isDraft && (
        <>
          <Button component={Link} href={paths.consoleEditInvoice(invoice.id)} variant="default">
            {t('invoice.edit')}
          </Button>
          <Button
            onClick={() => {
              setDialog('issue');
            }}
          >
            {t('invoice.issue')}
          </Button>
        </>
      )}
      {dialog === 'transfer' && <RecordTransferDialog invoice={invoice} onClose={close} />}
      <IssueDialog invoice={invoice} opened={dialog === 'issue'} onClose={close} />
      {dialog === 'cancel' && <CancelDialog invoice={invoice} onClose={close} />}
    </>
  );
}
