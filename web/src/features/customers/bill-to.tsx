import type { User } from '@hyble/billing-functions/src/schema/user';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currencyChoices } from '../../lib/currencies';
import type { Stored } from '../../lib/documents';
import classes from './bill-to.module.css';
import { CustomerPicker } from './customer-picker';
import { useOrganizations } from './use-organizations';

/** Whom a new invoice is made out to, and in what currency. */
export interface Billed {
  readonly customer: Stored<User> | null;
  readonly organizationId: string | null;
  readonly currency: string;
}

interface BillToProps {
  readonly billed: Billed;
  readonly onChange: (billed: Billed) => void;
  readonly showsProblems: boolean;
}

export function BillTo({ billed, onChange, showsProblems }: BillToProps) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const { customer, organizationId, currency } = billed;
  const organizations = useOrganizations(customer?.organizationIds ?? []);
  const choices = organizations.status === 'ready' ? organizations.data : [];
  return (
    <section className={classes.section}>
      <CustomerPicker
        chosen={customer}
        error={showsProblems && customer === null ? t('editor.problems.customer') : null}
        onChoose={(chosen) => {
          onChange({ customer: chosen, organizationId: null, currency: chosen?.currency ?? currency });
        }}
      />
      <div className={classes.row}>
        {choices.length > 0 && (
          <NativeSelect
            label={t('editor.billTo')}
            value={organizationId ?? ''}
            data={[
              { value: '', label: common('account.personal') },
              ...choices.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => {
              const organization = choices.find(({ id }) => id === event.currentTarget.value);
              onChange({
                ...billed,
                organizationId: organization?.id ?? null,
                currency: organization?.currency ?? customer?.currency ?? currency,
              });
            }}
          />
        )}
        <NativeSelect
          label={t('editor.currency')}
          value={currency}
          data={currencyChoices(currency)}
          onChange={(event) => {
            onChange({ ...billed, currency: event.currentTarget.value });
          }}
        />
      </div>
    </section>
  );
}
