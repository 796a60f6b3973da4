import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Button, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { BackLink } from '../../components/back-link';
import { InvoiceHeader } from '../../components/billing/invoice-header';
import { InvoiceView } from '../../components/billing/invoice-view';
import { PaymentHistory } from '../../components/billing/payment-history';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { LiveProblemView } from '../../components/problem';
import { InvoiceFacts } from '../../features/customers/invoice-facts';
import { PersonName } from '../../features/customers/person-name';
import { CancelDialog } from '../../features/invoices/cancel-dialog';
import { InvoiceTimeline } from '../../features/invoices/invoice-timeline';
import { IssueDialog } from '../../features/invoices/issue-dialog';
import { PdfButton } from '../../features/invoices/pdf-button';
import { useInvoice } from '../../features/invoices/use-invoice';
import { useInvoiceAudit } from '../../features/invoices/use-invoice-audit';
import { useStatusNews } from '../../features/invoices/use-status-news';
import { useInvoicePayments } from '../../features/payments/use-invoice-payments';
import type { Stored } from '../../lib/documents';
import { paths } from '../../lib/paths';
import classes from './invoice-page.module.css';

const AS_STAFF = { isStaff: true } as const;

/** One invoice for staff: the document on the left, what is known about it on the right. */
export default function ConsoleInvoicePage({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const live = useInvoice(invoiceId);
  const invoice = live.status === 'ready' ? live.data : null;
  const payments = useInvoicePayments(invoiceId, AS_STAFF);
  const audit = useInvoiceAudit(invoiceId);
  useStatusNews(invoice);

  return (
    <Stack gap="lg">
      <BackLink href={paths.consoleInvoices} label={t('invoice.back')} />
      <InvoiceHeader invoice={invoice}>{invoice !== null && <InvoiceActs invoice={invoice} />}</InvoiceHeader>
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
            {payments.status === 'ready' && <PaymentHistory payments={payments.data} />}
            {payments.status === 'failed' && <LiveProblemView {...payments} />}
          </Stack>
          <Stack gap="xl">
            <InvoiceFacts invoice={invoice} />
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

/** What may be done to an invoice in its status; the server decides again. */
function InvoiceActs({ invoice }: { invoice: Stored<Invoice> }) {
  const { t } = useTranslation('console');
  const [dialog, setDialog] = useState<'issue' | 'cancel' | null>(null);
  const isDraft = invoice.status === 'DRAFT';
  const isCancellable =
    isDraft || (['PENDING', 'OVERDUE'].includes(invoice.status) && invoice.amountPaid === 0);
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
      <IssueDialog invoice={invoice} opened={dialog === 'issue'} onClose={close} />
      <CancelDialog invoice={invoice} opened={dialog === 'cancel'} onClose={close} />
    </>
  );
}
