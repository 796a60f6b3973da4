import type { User } from '@hyble/billing-functions/src/schema/user';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stored } from '../../lib/documents';
import { useCustomerSearch } from './use-customer-search';

interface CustomerPickerProps {
  readonly chosen: Stored<User> | null;
  readonly onChoose: (customer: Stored<User> | null) => void;
  readonly error?: string | null;
}

/** Finds a customer by the beginning of an e-mail address or a name. */
export function CustomerPicker({ chosen, onChoose, error }: CustomerPickerProps) {
  const { t } = useTranslation('console');
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text === labelOf(chosen) ? '' : text, 200);
  const found = useCustomerSearch(wanted);
  const customers = found.status === 'ready' ? found.data : [];
  const shown =
    chosen === null || customers.some(({ id }) => id === chosen.id) ? customers : [chosen, ...customers];
  return (
    <Select
      label={t('editor.customer')}
      description={t('editor.customerHint')}
      error={error ?? (found.status === 'failed' ? t('editor.customerFailed') : null)}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // The server has filtered already.
      filter={({ options }) => options}
      nothingFoundMessage={found.status === 'ready' ? t('editor.customerNone') : null}
      data={shown.map((customer) => ({ value: customer.id, label: labelOf(customer) }))}
      value={chosen?.id ?? null}
      onChange={(id) => {
        onChoose(shown.find((customer) => customer.id === id) ?? null);
      }}
    />
  );
}

function labelOf(customer: User | null): string {
  return customer === null ? '' : `${customer.displayName} (${customer.email})`;
}
