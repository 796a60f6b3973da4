import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Group } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../page-title';
import { InvoiceStatusBadge } from './invoice-status-badge';

/**
 * The invoice's number as the page's title, its status, and what can be done with it. Stands while the invoice
 * is still on its way too, so that the focus has somewhere to land.
 */
export function InvoiceHeader({ invoice, children }: { invoice: Invoice | null; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" gap="md">
      <Group gap="sm">
        <PageTitle text={titleOf(invoice, t)} />
        {invoice !== null && <InvoiceStatusBadge status={invoice.status} />}
      </Group>
      <Group gap="sm">{children}</Group>
    </Group>
  );
}

function titleOf(invoice: Invoice | null, t: TFunction): string {
  if (invoice === null) return t('invoice.title');
  const { invoiceNumber } = invoice;
  return invoiceNumber === null ? t('invoice.draftTitle') : t('invoice.numbered', { number: invoiceNumber });
}
