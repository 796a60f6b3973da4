import type { PricedLine } from '@hyble/billing-functions/src/invoices/rules/total-invoice';
import { totalInvoice } from '@hyble/billing-functions/src/invoices/rules/total-invoice';
import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../components/billing/money';
import { MoneyInput } from '../../../components/money-input';
import { useFormat } from '../../../lib/format';
import { exampleAmount, withProduct } from './draft-lines';
import type { DraftLine, LineContext, LineField, ReadLine } from './draft-lines';
import classes from './line-fields.module.css';

interface LineFieldsProps {
  readonly line: DraftLine;
  readonly read: ReadLine;
  /** Counted from one. */
  readonly number: number;
  readonly context: LineContext;
  readonly showsProblems: boolean;
  readonly takesFocus: boolean;
  readonly onChange: (line: DraftLine) => void;
  readonly onRemove: (() => void) | null;
}

/** One line of a draft. */
export function LineFields(props: LineFieldsProps) {
  const { line, read, number, context, showsProblems, takesFocus, onChange, onRemove } = props;
  const { t } = useTranslation('console');
  const { locale } = useFormat();
  const { currency, products } = context;
  const isProduct = products.some(({ id }) => id === line.productId);

  const problem = (field: LineField) => {
    const key = showsProblems ? read.problems[field] : undefined;
    return key && t(`editor.problems.${key}`, { currency, example: exampleAmount(currency, locale) });
  };

  return (
    <fieldset className={classes.line}>
      <legend className={classes.legend}>{t('editor.line', { number })}</legend>
      <div className={classes.fields}>
        <NativeSelect
          className={classes.product}
          label={t('editor.product')}
          value={isProduct ? (line.productId ?? '') : ''}
          data={[
            { value: '', label: t('editor.freeText') },
            ...products.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange(withProduct(line, products.find(({ id }) => id === value) ?? null, locale));
          }}
        />
        <TextInput
          className={classes.description}
          label={t('editor.description')}
          autoFocus={takesFocus}
          value={line.description}
          error={problem('description')}
          onChange={(event) => {
            onChange({ ...line, description: event.currentTarget.value });
          }}
        />
        <TextInput
          label={t('editor.quantity')}
          inputMode="decimal"
          autoComplete="off"
          value={line.quantity}
          error={problem('quantity')}
          onChange={(event) => {
            onChange({ ...line, quantity: event.currentTarget.value });
          }}
        />
        <MoneyInput
          label={t('editor.unitPrice', { currency })}
          description={t('editor.unitPriceHint')}
          currency={currency}
          text={line.unitPrice}
          error={problem('unitPrice') ?? null}
          readOnly={isProduct}
          onText={(unitPrice) => {
            onChange({ ...line, unitPrice });
          }}
        />
        <TextInput
          label={t('editor.taxRate')}
          inputMode="decimal"
          autoComplete="off"
          value={line.taxRate}
          error={problem('taxRate')}
          readOnly={isProduct}
          onChange={(event) => {
            onChange({ ...line, taxRate: event.currentTarget.value });
          }}
        />
        <div className={classes.total}>
          <span className={classes.totalLabel}>{t('editor.lineTotal')}</span>
          <output>{read.priced === null ? '–' : <LineTotal line={read.priced} currency={currency} />}</output>
        </div>
        {onRemove !== null && (
          <ActionIcon
            className={classes.remove}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('editor.removeLine', { number })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </fieldset>
  );
}

function LineTotal({ line, currency }: { line: PricedLine; currency: string }) {
  return <Money amount={totalInvoice([line]).total} currency={currency} />;
}
