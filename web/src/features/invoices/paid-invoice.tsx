import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { InvoiceStatusBadge } from '../../components/billing/invoice-status-badge';
import { isFramed } from '../../lib/framed';
import { paths } from '../../lib/paths';
import { useInvoice } from './use-invoice';
import { useStatusNews } from './use-status-news';

/** The invoice that a payment was for, with its status as it changes, and the way to it. */
export function PaidInvoice({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation();
  const live = useInvoice(invoiceId);
  const invoice = live.status === 'ready' ? live.data : null;
  useStatusNews(invoice);
  return (
    <>
      {invoice?.invoiceNumber && (
        <Group gap="xs" justify="center">
          <Text size="sm">{t('invoice.numbered', { number: invoice.invoiceNumber })}</Text>
          <InvoiceStatusBadge status={invoice.status} />
        </Group>
      )}
      {/* Inside PayTR's frame the invoice is the page around it. */}
      {!isFramed && (
        <Button component={Link} href={paths.invoice(invoiceId)}>
          {t('settlement.toInvoice')}
        </Button>
      )}
    </>
  );
}
