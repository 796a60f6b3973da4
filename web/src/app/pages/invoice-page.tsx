import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../components/back-link';
import { AmountDue } from '../../components/billing/amount-due';
import { InvoiceHeader } from '../../components/billing/invoice-header';
import { InvoiceView } from '../../components/billing/invoice-view';
import { PaymentHistory } from '../../components/billing/payment-history';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { LiveProblemView } from '../../components/problem';
import { useProfile } from '../../features/customers/use-profile';
import { PdfButton } from '../../features/invoices/pdf-button';
import { useInvoice } from '../../features/invoices/use-invoice';
import { useStatusNews } from '../../features/invoices/use-status-news';
import { PayPanel } from '../../features/payments/pay-panel';
import { useInvoicePayments } from '../../features/payments/use-invoice-payments';
import type { PaymentReader } from '../../features/payments/use-invoice-payments';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';
import classes from './invoice-page.module.css';

/** One invoice for the customer who pays it. Three listeners drive it; nothing here asks for a reload. */
export default function InvoicePage({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation();
  const { uid } = useVisitor();
  const profile = useProfile(uid);
  const live = useInvoice(invoiceId);
  const invoice = live.status === 'ready' ? live.data : null;
  const payments = useInvoicePayments(invoiceId, readerOf(invoice, uid));
  useStatusNews(invoice);

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
          {payments.status === 'ready' && profile.status !== 'loading' && (
            <PayPanel
              invoice={invoice}
              payments={payments.data}
              country={profile.status === 'ready' ? (profile.data?.country ?? '') : ''}
            />
          )}
          <InvoiceView invoice={invoice} />
          {payments.status === 'ready' && <PaymentHistory payments={payments.data} />}
          {payments.status === 'failed' && <LiveProblemView {...payments} />}
        </>
      )}
    </Stack>
  );
}

/** An organization's invoice may have been paid by any member. */
function readerOf(invoice: { organizationId: string | null } | null, uid: string): PaymentReader | null {
  if (invoice === null) return null;
  return invoice.organizationId === null ? { uid } : { organizationId: invoice.organizationId };
}
