import type { InstallmentPlan, InstallmentsAnswer } from '@hyble/billing-functions/src/schema/installments';
import { Text, VisuallyHidden } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsNarrow } from '../../lib/browser-state';
import { useFormat } from '../../lib/format';
import { ChoiceChips } from '../choice-chips';
import classes from './installment-selector.module.css';
import { Money } from './money';

interface InstallmentSelectorProps {
  readonly offer: InstallmentsAnswer;
  /** How many installments; 1 is a single payment. */
  readonly chosen: number;
  readonly onChoose: (count: number) => void;
  readonly disabled?: boolean;
}

/**
 * What each number of installments costs, by card programme. A single payment is always among the choices; a debit
 * card, and one whose bank gives none, has only that.
 */
export function InstallmentSelector({ offer, chosen, onChoose, disabled = false }: InstallmentSelectorProps) {
  const { t } = useTranslation();
  const { card, programmes, currency } = offer;
  const [wish, setWish] = useState<string | null>(null);
  const offered = programmes.filter(({ plans }) => plans.some(({ count }) => count > 1));
  const shown = offered.find(({ programme }) => programme === wish) ?? offered[0];
  if (shown === undefined) return <Text size="sm">{t('installments.none')}</Text>;
  return (
    <div className={classes.selector}>
      {offered.length > 1 && (
        <ChoiceChips
          legend={t('installments.programme')}
          choices={offered.map(({ programme }) => ({ value: programme, label: programmeName(programme) }))}
          chosen={shown.programme}
          onChoose={(programme) => {
            setWish(programme);
            onChoose(1);
          }}
          disabled={disabled}
        />
      )}
      {card !== null && (
        <Text size="sm">
          {card.bank} · {programmeName(shown.programme)}
        </Text>
      )}
      <PlanChoice
        caption={t('installments.caption', { programme: programmeName(shown.programme) })}
        plans={shown.plans}
        currency={currency}
        chosen={chosen}
        onChoose={onChoose}
        disabled={disabled}
      />
      <Text size="xs" c="dimmed">
        {t('installments.note')}
      </Text>
    </div>
  );
}

interface PlanChoiceProps {
  readonly caption: string;
  readonly plans: readonly InstallmentPlan[];
  readonly currency: string;
  readonly chosen: number;
  readonly onChoose: (count: number) => void;
  readonly disabled: boolean;
}

/** Radio buttons in a table, on phones in a list; arrow keys move between them as the browser has it. */
function PlanChoice(props: PlanChoiceProps) {
  return useIsNarrow() ? <PlanList {...props} /> : <PlanTable {...props} />;
}

function PlanTable({ caption, plans, currency, chosen, onChoose, disabled }: PlanChoiceProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <table className={classes.table}>
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <thead>
        <tr>
          <th scope="col">{t('installments.count')}</th>
          <th scope="col">{t('installments.monthly')}</th>
          <th scope="col">{t('installments.surcharge')}</th>
          <th scope="col">{t('installments.total')}</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.count} className={classes.row}>
            <th scope="row">
              <PlanRadio {...{ name, plan, chosen, onChoose, disabled }} />
            </th>
            <td>
              <Monthly plan={plan} currency={currency} />
            </td>
            <td>
              <Surcharge plan={plan} currency={currency} />
            </td>
            <td>
              <Money amount={plan.total} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlanList({ caption, plans, currency, chosen, onChoose, disabled }: PlanChoiceProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={classes.list}>
      <VisuallyHidden component="legend">{caption}</VisuallyHidden>
      {plans.map((plan) => (
        <div key={plan.count} className={classes.card}>
          <PlanRadio {...{ name, plan, chosen, onChoose, disabled }} />
          <span className={classes.figures}>
            <strong>
              <Money amount={plan.total} currency={currency} />
            </strong>
            {plan.count > 1 && (
              <>
                <span>
                  {t('installments.monthly')}: <Monthly plan={plan} currency={currency} />
                </span>
                <span>
                  {plan.surcharge > 0 && `${t('installments.surcharge')}: `}
                  <Surcharge plan={plan} currency={currency} />
                </span>
              </>
            )}
          </span>
        </div>
      ))}
    </fieldset>
  );
}

interface PlanRadioProps {
  readonly name: string;
  readonly plan: InstallmentPlan;
  readonly chosen: number;
  readonly onChoose: (count: number) => void;
  readonly disabled: boolean;
}

function PlanRadio({ name, plan, chosen, onChoose, disabled }: PlanRadioProps) {
  const { t } = useTranslation();
  return (
    <label className={classes.label}>
      <input
        type="radio"
        name={name}
        value={plan.count}
        checked={plan.count === chosen}
        disabled={disabled}
        onChange={() => {
          onChoose(plan.count);
        }}
      />
      {t('payments.installments', { count: plan.count })}
    </label>
  );
}

/** The last part may differ by what does not divide. */
function Monthly({ plan, currency }: { plan: InstallmentPlan; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (plan.count === 1) return <>–</>;
  return (
    <>
      <Money amount={plan.monthly} currency={currency} />
      {plan.last !== plan.monthly && (
        <span className={classes.last}>
          {t('installments.last', { amount: format.money(plan.last, currency) })}
        </span>
      )}
    </>
  );
}

function Surcharge({ plan, currency }: { plan: InstallmentPlan; currency: string }) {
  const { t } = useTranslation();
  if (plan.count === 1) return <>–</>;
  if (plan.surcharge === 0) return <span className={classes.free}>{t('installments.free')}</span>;
  return <Money amount={plan.surcharge} currency={currency} />;
}

/** PayTR's words are lower case: `bonus`, `cardfinans`; the names themselves begin with a capital. */
function programmeName(programme: string): string {
  return NAMES[programme.toLowerCase()] ?? programme.charAt(0).toUpperCase() + programme.slice(1);
}

const NAMES: Readonly<Record<string, string>> = {
  bankkart: 'Bankkart Combo',
  cardfinans: 'CardFinans',
  saglamkart: 'Sağlam Kart',
};
