import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { BackLink } from '../../components/back-link';
import { AmountDue } from '../../components/billing/amount-due';
import { InvoiceHeader } from '../../components/billing/invoice-header';
import { InvoiceView } from '../../components/billing/invoice-view';
import { PaymentHistory } from '../../components/billing/payment-history';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { LiveProblemView } from '../../components/problem';
import { PdfButton } from '../../features/invoices/pdf-button';
import { useCreditNotes } from '../../features/invoices/use-credit-notes';
import { useInvoice } from '../../features/invoices/use-invoice';
import { useStatusNews } from '../../features/invoices/use-status-news';
import { PayPanel } from '../../features/payments/pay-panel';
import { readerOf } from '../../features/payments/payment-reader';
import { useInvoicePayments } from '../../features/payments/use-invoice-payments';
import { useRefunds } from '../../features/payments/use-refunds';
import { onDemand } from '../../lib/on-demand';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';
import classes from './invoice-page.module.css';
import { usePayer } from './use-payer';

// Few invoices have any.
const CreditNotes = onDemand(async () => ({
  default: (await import('../../features/invoices/credit-notes')).CreditNotes,
}));

/** One invoice for the customer who pays it. Listeners drive it; nothing here asks for a reload. */
export default function InvoicePage({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation();
  const { uid } = useVisitor();
  const [, navigate] = useLocation();
  const live = useInvoice(invoiceId);
  const invoice = live.status === 'ready' ? live.data : null;
  const payer = usePayer(uid, invoice?.currency ?? null);
  const reader = invoice === null ? null : readerOf(invoice.organizationId, uid);
  const payments = useInvoicePayments(invoiceId, reader);
  const refunds = useRefunds(payments.status === 'ready' ? payments.data : [], reader);
  const creditNotes = useCreditNotes(invoice, uid);
  useStatusNews(invoice === null ? [] : [invoice]);

  return (
    <Stack gap="lg" className={classes.page}>
      <BackLink
        href={paths.invoicesBy({ account: invoice?.organizationId ?? null })}
        label={t('invoice.back')}
      />
      <InvoiceHeader invoice={invoice}>{invoice !== null && <PdfButton invoice={invoice} />}</InvoiceHeader>
      {live.status === 'loading' && (
        <Delayed>
          <Stack gap="lg">
            <Skeleton height={96} />
            <Skeleton height={420} />
          </Stack>
        </Delayed>
      )}
      {live.status === 'failed' && <LiveProblemView {...live} />}
      {live.status === 'ready' && live.data === null && <Empty text={t('invoice.missing')} />}
      {invoice !== null && (
        <>
          <AmountDue invoice={invoice} />
          {payments.status === 'ready' && payer !== null && (
            <PayPanel
              invoices={[invoice]}
              payments={payments.data}
              payer={payer}
              onPaid={(paymentId) => {
                navigate(paths.payment(paymentId));
              }}
            />
          )}
          <InvoiceView invoice={invoice} />
          {payments.status === 'ready' && (
            <PaymentHistory
              payments={payments.data}
              refunds={refunds.status === 'ready' ? refunds.data : []}
            />
          )}
          {payments.status === 'failed' && <LiveProblemView {...payments} />}
          {creditNotes.status === 'ready' && <CreditNotes notes={creditNotes.data} />}
          {creditNotes.status === 'failed' && <LiveProblemView {...creditNotes} />}
        </>
      )}
    </Stack>
  );
}
