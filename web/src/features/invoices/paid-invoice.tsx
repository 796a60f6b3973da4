import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { InvoiceStatusBadge } from '../../components/billing/invoice-status-badge';
import { isFramed } from '../../lib/framed';
import { paths } from '../../lib/paths';
import { useInvoice } from './use-invoice';
import { useStatusNews } from './use-status-news';

interface PaidInvoiceProps {
  readonly invoiceId: string;
  /** Of several, each is a line with a link; a single one has a button. */
  readonly isOneOfSeveral?: boolean;
}

/** An invoice that a payment was for, with its status as it changes, and the way to it. */
export function PaidInvoice({ invoiceId, isOneOfSeveral = false }: PaidInvoiceProps) {
  const { t } = useTranslation();
  const live = useInvoice(invoiceId);
  const invoice = live.status === 'ready' ? live.data : null;
  useStatusNews(invoice === null ? [] : [invoice]);
  if (isOneOfSeveral) {
    return (
      <Group gap="xs" justify="center">
        <Anchor component={Link} href={paths.invoice(invoiceId)} size="sm">
          {t('invoice.numbered', { number: invoice?.invoiceNumber ?? '…' })}
        </Anchor>
        {invoice !== null && <InvoiceStatusBadge status={invoice.status} />}
      </Group>
    );
  }
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
