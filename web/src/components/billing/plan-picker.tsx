import type { BillingPeriod, Plan } from '@hyble/billing-functions/src/schema/plan';
import { Button, Skeleton, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import type { Live } from '../../lib/live';
import { grossOf } from '../../lib/subscription-outlook';
import { ChoiceChips } from '../choice-chips';
import { Delayed } from '../delayed';
import { Empty } from '../empty';
import { LiveProblemView } from '../problem';
import { annualSaving, choicesOf, plansOf } from './plan-choice';
import classes from './plan-picker.module.css';

interface PlanPickerProps {
  /** Those on sale. */
  readonly plans: Live<readonly Stored<Plan>[]>;
  /** Where a plan leads. */
  readonly hrefOf: (planId: string) => string;
  /** Shown first where there are several. */
  readonly currency?: string | undefined;
  /** The plan that the customer has; it is marked, and leads nowhere unless `leadsBack`. */
  readonly current?: { readonly planId: string; readonly billingPeriod: BillingPeriod };
  /** Whether the current plan can be chosen too: another was to replace it. */
  readonly leadsBack?: boolean;
}

/** Plans side by side, by currency and period, each with price, what it includes and a way to it. */
export function PlanPicker({ plans, ...props }: PlanPickerProps) {
  const { t } = useTranslation('subscriptions');
  if (plans.status === 'loading') return <PlanSkeleton />;
  if (plans.status === 'failed') return <LiveProblemView {...plans} />;
  if (plans.data.length === 0) return <Empty text={t('picker.empty')} />;
  return <Choice plans={plans.data} {...props} />;
}

function PlanSkeleton() {
  return (
    <Delayed>
      <div className={classes.plans}>
        {[0, 1, 2].map((column) => (
          <Skeleton key={column} height={280} />
        ))}
      </div>
    </Delayed>
  );
}

type ChoiceProps = Omit<PlanPickerProps, 'plans'> & { readonly plans: readonly Stored<Plan>[] };

function Choice({ plans, hrefOf, currency: wished, current, leadsBack = false }: ChoiceProps) {
  const { t } = useTranslation('subscriptions');
  const [currencyChosen, setCurrency] = useState<string | undefined>(undefined);
  const [periodChosen, setPeriod] = useState<BillingPeriod | undefined>(undefined);
  const { currencies, currency, periods } = choicesOf(plans, currencyChosen ?? wished);
  const [first = 'monthly'] = periods;
  const billingPeriod = periods.find((known) => known === (periodChosen ?? current?.billingPeriod)) ?? first;
  return (
    <div className={classes.picker}>
      <div className={classes.switches}>
        {periods.length > 1 && (
          <ChoiceChips
            legend={t('picker.period')}
            choices={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
            chosen={billingPeriod}
            onChoose={(value) => {
              setPeriod(periods.find((known) => known === value));
            }}
          />
        )}
        {currencies.length > 1 && (
          <ChoiceChips
            legend={t('picker.currencies')}
            choices={currencies.map((value) => ({ value, label: value }))}
            chosen={currency}
            onChoose={setCurrency}
          />
        )}
      </div>
      <ul className={classes.plans} aria-label={t('picker.list')}>
        {plansOf(plans, { currency, billingPeriod }).map((plan) => (
          <PlanColumn
            key={plan.id}
            plan={plan}
            saving={annualSaving(plan, plans)}
            href={plan.id === current?.planId && !leadsBack ? null : hrefOf(plan.id)}
            isCurrent={plan.id === current?.planId}
          />
        ))}
      </ul>
    </div>
  );
}

interface PlanColumnProps {
  readonly plan: Stored<Plan>;
  /** Minor units; null when nothing is saved. */
  readonly saving: number | null;
  readonly href: string | null;
  readonly isCurrent: boolean;
}

function PlanColumn({ plan, saving, href, isCurrent }: PlanColumnProps) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const { name, currency, features, trialDays } = plan;
  return (
    <li className={classes.plan} data-current={isCurrent || undefined}>
      <PlanSummary plan={plan} />
      {saving !== null && (
        <Text size="sm" c="var(--hb-good-text)">
          {t('picker.saving', { amount: format.money(saving, currency) })}
        </Text>
      )}
      {trialDays > 0 && <Text size="sm">{t('picker.trial', { count: trialDays })}</Text>}
      {features.length > 0 && (
        <ul className={classes.features} aria-label={t('picker.features', { plan: name })}>
          {features.map((feature) => (
            <li key={feature}>
              <IconCheck size={16} stroke={2} aria-hidden />
              <span>{feature}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.act}>
        {href === null ? (
          <Text size="sm" fw={600} className={classes.mark}>
            {t('picker.current')}
          </Text>
        ) : (
          <Button component={Link} href={href} fullWidth variant={isCurrent ? 'default' : 'filled'}>
            {t('picker.choose', { plan: name })}
          </Button>
        )}
      </div>
    </li>
  );
}

/** A plan's name and price: with VAT in large, what is in it beneath. */
export function PlanSummary({ plan }: { plan: Plan }) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const { name, description, price, currency, taxRate, billingPeriod } = plan;
  return (
    <div className={classes.summary}>
      <Title order={2} size="h3">
        {name}
      </Title>
      <p className={classes.price}>
        {t(`price.${billingPeriod}`, { amount: format.money(grossOf(plan), currency) })}
      </p>
      <Text size="xs" c="dimmed">
        {taxRate === 0
          ? t('picker.netFree')
          : t('picker.net', { amount: format.money(price, currency), rate: format.percent(taxRate) })}
      </Text>
      {description !== '' && <Text size="sm">{description}</Text>}
    </div>
  );
}
