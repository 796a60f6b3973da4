import { add } from '@hyble/billing-functions/src/core/money';
import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { BackLink } from '../../components/back-link';
import amounts from '../../components/billing/amount-due.module.css';
import { InvoiceTable } from '../../components/billing/invoice-table';
import { Money } from '../../components/billing/money';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { useInvoices } from '../../features/invoices/use-invoices';
import { PayPanel } from '../../features/payments/pay-panel';
import { readerOf } from '../../features/payments/payment-reader';
import { usePaymentsOf } from '../../features/payments/use-invoice-payments';
import { isPayable } from '../../lib/invoice-state';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';
import classes from './invoice-page.module.css';
import { usePayer } from './use-payer';

/** One invoice, or several paid at once; which ones lives in the address. */
export default function PayPage({ invoiceId }: { invoiceId?: string }) {
  const { t } = useTranslation();
  const { uid } = useVisitor();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const asked =
    invoiceId === undefined ? (search.get('invoices') ?? '').split('.').filter(Boolean) : [invoiceId];
  const live = useInvoices(asked);
  const invoices = live.status === 'ready' ? live.data : [];
  const [first] = invoices;
  const isAlike = invoices.every(
    ({ currency, organizationId }) => currency === first?.currency && organizationId === first.organizationId,
  );
  const open = invoices.filter(isPayable);
  const payer = usePayer(uid, first?.currency ?? null);
  const payments = usePaymentsOf(
    invoices.map(({ id }) => id),
    first === undefined ? null : readerOf(first.organizationId, uid),
  );

  return (
    <Stack gap="lg" className={classes.page}>
      <BackLink
        href={paths.invoicesBy({ account: first?.organizationId ?? null })}
        label={t('invoice.back')}
      />
      <PageTitle text={t('payPage.title', { count: asked.length })} />
      {live.status === 'loading' && (
        <Delayed>
          <Skeleton height={240} />
        </Delayed>
      )}
      {live.status === 'failed' && <LiveProblemView {...live} />}
      {live.status === 'ready' && first === undefined && (
        <Empty
          text={t('payPage.missing')}
          action={
            <Button component={Link} href={paths.invoices} variant="default">
              {t('settlement.toInvoices')}
            </Button>
          }
        />
      )}
      {first !== undefined && (
        <>
          <section aria-label={t('invoice.amountDue')}>
            {open.length === 0 ? (
              <Text>{t('payPage.paid')}</Text>
            ) : (
              isAlike && (
                <>
                  <Text size="sm" c="dimmed">
                    {t('invoice.amountDue')}
                  </Text>
                  <p className={amounts.amount}>
                    <Money
                      amount={add(...open.map(({ amountDue }) => amountDue))}
                      currency={first.currency}
                    />
                  </p>
                </>
              )
            )}
          </section>
          {!isAlike && <Text role="alert">{t('errors.INVOICES_DIFFER')}</Text>}
          <InvoiceTable caption={t('payPage.caption')} invoices={invoices} hrefOf={paths.invoice} />
          {isAlike && open.length > 0 && payments.status === 'ready' && payer !== null && (
            <PayPanel
              invoices={open}
              payments={payments.data}
              payer={payer}
              onPaid={(paymentId) => {
                navigate(paths.payment(paymentId));
              }}
            />
          )}
          {payments.status === 'failed' && <LiveProblemView {...payments} />}
        </>
      )}
    </Stack>
  );
}
