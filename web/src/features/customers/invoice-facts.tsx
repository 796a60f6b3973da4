import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Stored } from '../../lib/documents';
import classes from './invoice-facts.module.css';
import { useOrganizations } from './use-organizations';
import { useProfile } from './use-profile';

/** Whose invoice it is, beside what the document says. */
export function InvoiceFacts({ invoice }: { invoice: Stored<Invoice> }) {
  const { t } = useTranslation('console');
  const profile = useProfile(invoice.userId);
  const organizations = useOrganizations(invoice.organizationId === null ? [] : [invoice.organizationId]);
  const customer = profile.status === 'ready' ? profile.data : null;
  const organization = organizations.status === 'ready' ? organizations.data[0] : undefined;
  return (
    <section className={classes.facts} aria-label={t('invoice.facts')}>
      <Title order={2}>{t('invoice.facts')}</Title>
      <dl className={classes.list}>
        <dt>{t('invoice.customer')}</dt>
        <dd>
          {customer?.displayName ?? invoice.userId}
          {customer !== null && <div className={classes.detail}>{customer.email}</div>}
        </dd>
        {invoice.organizationId !== null && (
          <>
            <dt>{t('invoice.organization')}</dt>
            <dd>{organization?.name ?? invoice.organizationId}</dd>
          </>
        )}
        <dt>{t('invoice.id')}</dt>
        <dd className={classes.id}>{invoice.id}</dd>
      </dl>
    </section>
  );
}
