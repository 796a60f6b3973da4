import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/billing/money';
import { MoneyInput } from '../../components/money-input';
import { useFormat } from '../../lib/format';
import type { AmountProblem } from './pay-amounts';
import classes from './pay-form.module.css';

interface PayAmountProps {
  /** Minor units: all that is due. */
  readonly due: number;
  readonly currency: string;
  /** As typed; null while all of it is to be paid. */
  readonly text: string | null;
  readonly onText: (text: string | null) => void;
  readonly problem: AmountProblem | null;
  readonly disabled: boolean;
}

/** All that is due, or a part of it that the customer names. */
export function PayAmount({ due, currency, text, onText, problem, disabled }: PayAmountProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const all = format.money(due, currency);
  return (
    <div className={classes.amount}>
      {text === null ? (
        <div>
          <Text size="sm" fw={500}>
            {t('checkout.amount')}
          </Text>
          <strong>
            <Money amount={due} currency={currency} />
          </strong>
        </div>
      ) : (
        <div className={classes.field}>
          <MoneyInput
            label={t('checkout.amountIn', { currency })}
            description={t('checkout.amountHint', { amount: all })}
            currency={currency}
            text={text}
            onText={onText}
            error={problem === null ? null : t(`checkout.amountProblems.${problem}`, { amount: all })}
            readOnly={disabled}
          />
        </div>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        c="var(--mantine-color-anchor)"
        disabled={disabled}
        onClick={() => {
          onText(text === null ? '' : null);
        }}
      >
        {text === null ? t('checkout.payPart') : t('checkout.payAll')}
      </Button>
    </div>
  );
}
