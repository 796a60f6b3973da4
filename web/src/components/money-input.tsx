import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format';
import { currencySign } from '../lib/money-format';
import { moneyFieldText, readMoney } from '../lib/number-input';

interface MoneyInputProps {
  /** Names the unit too, as the sign before the field is not read out. */
  readonly label: string;
  readonly description?: string;
  readonly currency: string;
  /** As typed; `readMoney` makes an amount of it. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly error?: string | null;
  readonly readOnly?: boolean;
}

/**
 * An amount of money. What is typed stays as typed until the field is left; then it is written out in full, so
 * that a misread mark shows. A text that the other language would read otherwise is echoed beneath at once.
 */
export function MoneyInput({ label, description, currency, text, onText, error, readOnly }: MoneyInputProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const read = readMoney(text, currency, format.locale);
  const echo =
    read.kind === 'amount' && read.isAmbiguous
      ? t('readAs', { amount: format.money(read.amount, currency) })
      : description;
  return (
    <TextInput
      label={label}
      description={echo}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
      readOnly={readOnly}
      inputMode="decimal"
      autoComplete="off"
      leftSection={<span aria-hidden>{currencySign(currency, format.locale)}</span>}
      leftSectionPointerEvents="none"
      value={text}
      onChange={(event) => {
        onText(event.currentTarget.value);
      }}
      onBlur={() => {
        if (read.kind === 'amount') onText(moneyFieldText(read.amount, currency, format.locale));
      }}
    />
  );
}
