import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { isPayable } from '../../lib/invoice-state';
import { useMatchingInvoices } from './use-matching-invoices';

interface InvoicePickerProps {
  readonly amount: number;
  readonly currency: string;
  readonly chosen: readonly Stored<Invoice>[];
  readonly onChoose: (invoices: readonly Stored<Invoice>[]) => void;
  readonly error: string | null;
}

/** The most that one payment may be for. */
const MOST = 20;

/** Finds open invoices by number; begins with those of just this amount. */
export function InvoicePicker({ amount, currency, chosen, onChoose, error }: InvoicePickerProps) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 200);
  const found = useMatchingInvoices(wanted, { amount, currency });
  const suitable = (found.status === 'ready' ? found.data : []).filter(
    (invoice) => isPayable(invoice) && invoice.currency === currency,
  );
  const shown = [...chosen, ...suitable.filter(({ id }) => chosen.every((invoice) => invoice.id !== id))];
  return (
    <MultiSelect
      label={t('bank.invoices')}
      description={t('bank.invoicesHint')}
      error={error}
      searchable
      searchValue={text}
      onSearchChange={setText}
      maxValues={MOST}
      // The server has filtered already.
      filter={({ options }) => options}
      nothingFoundMessage={found.status === 'ready' ? t('bank.invoicesNone') : null}
      data={shown.map((invoice) => ({
        value: invoice.id,
        label: t('bank.option', {
          number: invoice.invoiceNumber ?? '',
          buyer: invoice.buyer?.name ?? '',
          amount: format.money(invoice.amountDue, currency),
        }),
      }))}
      value={chosen.map(({ id }) => id)}
      onChange={(ids) => {
        onChoose(ids.flatMap((id) => shown.find((invoice) => invoice.id === id) ?? []));
      }}
    />
  );
}
