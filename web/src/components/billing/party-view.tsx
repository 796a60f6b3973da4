import type { Party } from '@hyble/billing-functions/src/schema/invoice';
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './invoice-view.module.css';

/** Seller or buyer with what Turkish law wants named. */
export function PartyView({ heading, party }: { heading: string; party: Party | null }) {
  const { t } = useTranslation();
  return (
    <section aria-label={heading}>
      <Title order={2} className={classes.label}>
        {heading}
      </Title>
      {party === null ? (
        <Text size="sm" c="dimmed">
          {t('invoice.partyPending')}
        </Text>
      ) : (
        <address className={classes.party}>
          <strong>{party.name}</strong>
          <span className={classes.address}>{party.address}</span>
          {party.taxOffice !== null && (
            <span>
              {t('invoice.taxOffice')}: {party.taxOffice}
            </span>
          )}
          {party.taxId !== null && (
            <span>
              {t('invoice.taxId')}: {party.taxId}
            </span>
          )}
          <span>{party.email}</span>
        </address>
      )}
    </section>
  );
}
