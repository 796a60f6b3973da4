import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Day } from './day';
import { InvoiceLines } from './invoice-lines';
import { InvoiceTotals } from './invoice-totals';
import classes from './invoice-view.module.css';
import { PartyView } from './party-view';

/** The document itself: what the PDF says, readable without it. */
export function InvoiceView({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const isDraft = invoice.status === 'DRAFT';
  return (
    <article className={classes.view} aria-label={t('invoice.title')}>
      <dl className={classes.dates}>
        {invoice.issueDate !== null && (
          <div>
            <dt className={classes.label}>{t('invoice.issueDate')}</dt>
            <dd>
              <Day date={invoice.issueDate} />
            </dd>
          </div>
        )}
        <div>
          <dt className={classes.label}>{t('invoice.dueDate')}</dt>
          <dd>
            <Day date={invoice.dueDate} />
          </dd>
        </div>
      </dl>
      <div className={classes.parties}>
        <PartyView heading={t('invoice.seller')} party={invoice.seller} />
        <PartyView heading={t('invoice.buyer')} party={invoice.buyer} />
      </div>
      <section aria-label={t('invoice.lines')}>
        <InvoiceLines items={invoice.items} currency={invoice.currency} />
        <InvoiceTotals
          totals={invoice}
          currency={invoice.currency}
          {...(isDraft ? {} : { settlement: invoice })}
        />
      </section>
      {invoice.notes !== null && invoice.notes !== '' && (
        <section aria-label={t('invoice.notes')}>
          <Title order={2} className={classes.label}>
            {t('invoice.notes')}
          </Title>
          <Text size="sm" className={classes.address}>
            {invoice.notes}
          </Text>
        </section>
      )}
    </article>
  );
}
