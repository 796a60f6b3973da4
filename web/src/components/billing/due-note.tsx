import { isPastDue } from '@hyble/billing-functions/src/core/calendar';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/browser-state';
import { daysBetween } from '../../lib/dates';
import { isPayable } from '../../lib/invoice-state';

/** How late an invoice is, or that today is its last day; nothing for one with time left or nothing due. */
export function DueNote({ invoice }: { invoice: Pick<Invoice, 'status' | 'dueDate'> }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  if (!isPayable(invoice)) return null;
  const daysLate = daysBetween(invoice.dueDate, now);
  if (isPastDue(invoice.dueDate, now)) {
    return (
      <Text component="span" size="xs" c="var(--hb-bad-text)">
        {t('invoices.daysLate', { count: daysLate })}
      </Text>
    );
  }
  return daysLate === 0 ? (
    <Text component="span" size="xs" c="var(--hb-warn-text)">
      {t('invoices.dueToday')}
    </Text>
  ) : null;
}
