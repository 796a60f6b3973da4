import { addDays, dayOf } from '@hyble/billing-functions/src/core/calendar';
import { totalInvoice } from '@hyble/billing-functions/src/invoices/rules/total-invoice';
import type { Invoice, UpdateInvoiceRequest } from '@hyble/billing-functions/src/schema/invoice';
import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InvoiceTotals } from '../../../components/billing/invoice-totals';
import { ActionProblem, LiveProblemView, Problem } from '../../../components/problem';
import { useNow } from '../../../lib/browser-state';
import { useFormat } from '../../../lib/format';
import type { Action } from '../../../lib/use-action';
import classes from './draft-form.module.css';
import { emptyLine, lineOf, readLine } from './draft-lines';
import type { DraftLine } from './draft-lines';
import { LineFields } from './line-fields';
import { useProducts } from './use-products';

/** What the form makes of its fields, for a new draft and a changed one alike. */
export type DraftContent = Pick<UpdateInvoiceRequest, 'items' | 'dueDate' | 'notes'>;

interface DraftFormProps {
  readonly currency: string;
  /** The draft to change; null for a new one. */
  readonly draft: Invoice | null;
  /** The customer's part, above the lines. */
  readonly children?: ReactNode;
  /** Whether the customer's part is complete; the form shows its problems when somebody tries to save. */
  readonly isReady: boolean;
  readonly onAttempt?: () => void;
  readonly save: Action<[DraftContent]>;
}

const TERMS = [0, 7, 15, 30] as const;
const LONGEST_NOTES = 2000;

/** Lines, due date and notes, with totals from the server's own arithmetic as one types. */
export function DraftForm({ currency, draft, children, isReady, onAttempt, save }: DraftFormProps) {
  const { t } = useTranslation('console');
  const { locale } = useFormat();
  const today = dayOf(useNow(60_000));
  const products = useProducts(currency);

  const [lines, setLines] = useState<readonly DraftLine[]>(() =>
    draft === null
      ? [emptyLine('line-0', locale)]
      : draft.items.map((item, index) => lineOf(item, `line-${index}`, { currency, locale })),
  );
  const [added, setAdded] = useState<string | null>(null);
  const [dueDate, setDueDate] = useState(() => (draft === null ? addDays(today, 30) : dayOf(draft.dueDate)));
  const [notes, setNotes] = useState(draft?.notes ?? '');
  const [isChecked, setIsChecked] = useState(false);

  const context = { currency, locale, products: products.status === 'ready' ? products.data : [] };
  const reads = lines.map((line) => readLine(line, context));
  const requests = reads.flatMap(({ request }) => request ?? []);
  const priced = reads.flatMap((read) => read.priced ?? []);
  // A product's line is only known as one when the products are there.
  const isKnown = products.status === 'ready' || lines.every(({ productId }) => productId === null);
  const isComplete = requests.length === lines.length && dueDate !== '' && isReady;

  const change = (key: string, changed: DraftLine) => {
    setLines(lines.map((line) => (line.key === key ? changed : line)));
  };
  const addLine = () => {
    const key = crypto.randomUUID();
    setLines([...lines, emptyLine(key, locale)]);
    setAdded(key);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        onAttempt?.();
        if (isComplete)
          void save.run({ items: requests, dueDate, notes: notes.trim() === '' ? null : notes.trim() });
      }}
    >
      <Stack gap="xl">
        {children}
        <div className={classes.terms}>
          <NativeSelect
            label={t('editor.terms')}
            value={TERMS.find((days) => addDays(today, days) === dueDate) ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value !== '') setDueDate(addDays(today, Number(value)));
            }}
          >
            <option value="">–</option>
            {TERMS.map((days) => (
              <option key={days} value={days}>
                {t(`editor.dueIn.d${days}`)}
              </option>
            ))}
          </NativeSelect>
          <TextInput
            type="date"
            label={t('editor.dueDate')}
            min={today}
            value={dueDate}
            error={isChecked && dueDate === '' ? t('editor.problems.dueDate') : null}
            onChange={(event) => {
              setDueDate(event.currentTarget.value);
            }}
          />
        </div>
        <section
          className={classes.section}
          onKeyDown={(event) => {
            // Lines are entered by keyboard: Enter goes on to the next one instead of saving.
            if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
              event.preventDefault();
              addLine();
            }
          }}
        >
          <Title order={2}>{t('editor.linesSection')}</Title>
          {lines.map((line, index) => (
            <LineFields
              key={line.key}
              line={line}
              read={reads[index] ?? readLine(line, context)}
              number={index + 1}
              context={context}
              showsProblems={isChecked}
              takesFocus={line.key === added}
              onChange={(changed) => {
                change(line.key, changed);
              }}
              onRemove={
                lines.length === 1
                  ? null
                  : () => {
                      setLines(lines.filter(({ key }) => key !== line.key));
                    }
              }
            />
          ))}
          <Group>
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={addLine}>
              {t('editor.addLine')}
            </Button>
          </Group>
          {priced.length === lines.length ? (
            <InvoiceTotals totals={totalInvoice(priced)} currency={currency} />
          ) : (
            <Text size="sm" c="dimmed" ta="right">
              {t('editor.totalsPending')}
            </Text>
          )}
        </section>
        <Textarea
          label={t('editor.notes')}
          description={t('editor.notesHint')}
          rows={3}
          maxLength={LONGEST_NOTES}
          value={notes}
          onChange={(event) => {
            setNotes(event.currentTarget.value);
          }}
        />
        {!isKnown && products.status === 'failed' && <LiveProblemView {...products} />}
        {isChecked && !isComplete && <Problem title={t('editor.problems.form')} />}
        <ActionProblem error={save.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isRunning} disabled={!isKnown}>
            {t('editor.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
