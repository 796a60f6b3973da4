import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format';
import { isPayable } from '../../lib/invoice-state';
import classes from './amount-due.module.css';
import { DueNote } from './due-note';
import { Money } from './money';

/** What a customer wants to know first: how much, and until when; or that nothing is left to do. */
export function AmountDue({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, status, paidAt } = invoice;
  return (
    <section aria-label={t('invoice.amountDue')}>
      <Text size="sm" c="dimmed">
        {isPayable(invoice) ? t('invoice.amountDue') : t('invoice.total')}
      </Text>
      <p className={classes.amount}>
        <Money amount={isPayable(invoice) ? invoice.amountDue : invoice.total} currency={currency} />
      </p>
      {isPayable(invoice) && (
        <p className={classes.note}>
          {t('invoice.dueOn', { date: format.day(invoice.dueDate) })} <DueNote invoice={invoice} />
        </p>
      )}
      {isPayable(invoice) && invoice.amountPaid > 0 && (
        <p className={classes.note}>
          {t('invoice.paidSoFar', {
            paid: format.money(invoice.amountPaid, currency),
            total: format.money(invoice.total, currency),
          })}
        </p>
      )}
      {status === 'PAID' && paidAt !== null && (
        <p className={classes.note}>{t('invoice.paidOn', { date: format.day(paidAt) })}</p>
      )}
      {status === 'CANCELLED' && <p className={classes.note}>{t('invoice.cancelled')}</p>}
    </section>
  );
}
