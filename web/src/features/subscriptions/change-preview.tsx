import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { Plan } from '@hyble/billing-functions/src/schema/plan';
import type { PlanChangePreview, Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import amounts from '../../components/billing/amount-due.module.css';
import { Money } from '../../components/billing/money';
import { usePeriodPrice } from '../../components/billing/period-price';
import { Delayed } from '../../components/delayed';
import { FactList } from '../../components/fact-list';
import { ActionProblem } from '../../components/problem';
import { useIsOnline } from '../../lib/browser-state';
import { CallError } from '../../lib/callable';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useAction } from '../../lib/use-action';
import { changePlan } from './manage-subscription';
import { useChangePreview } from './use-change-preview';

interface ChangePreviewProps {
  readonly subscription: Stored<Subscription>;
  readonly plan: Stored<Plan>;
  readonly onChanged: () => void;
}

/** The exact amounts of a change, and the button that confirms just these. */
export function ChangePreview({ subscription, plan, onChanged }: ChangePreviewProps) {
  const { t } = useTranslation('subscriptions');
  const [attempt, setAttempt] = useState(0);
  const state = useChangePreview(subscription.id, plan.id, attempt);
  const isOnline = useIsOnline();
  const format = useFormat();
  const change = useAction(async (confirmedTotal: number) => {
    const request = { subscriptionId: subscription.id, planId: plan.id };
    try {
      await changePlan({ ...request, confirmedTotal: minorUnits(confirmedTotal) });
      onChanged();
    } catch (error) {
      // A day has passed: the amounts of today are shown for another confirmation.
      if (error instanceof CallError && error.code === 'PREVIEW_OUTDATED') setAttempt(attempt + 1);
      throw error;
    }
  });
  const other = (
    <Button component={Link} href={paths.changePlan(subscription.id)} variant="default" size="md">
      {t('change.other')}
    </Button>
  );
  if (state.status === 'loading') {
    return (
      <Delayed>
        <Skeleton height={320} />
      </Delayed>
    );
  }
  if (state.status === 'failed') {
    return (
      <Stack gap="md" align="flex-start">
        <ActionProblem error={state.error} />
        {other}
      </Stack>
    );
  }
  const { preview } = state;
  const isKept = plan.id === subscription.planId;
  const submit = () => {
    if (isKept) return t('change.keepPlan', { plan: plan.name });
    return preview.total === 0
      ? t('change.confirm')
      : t('change.confirmAndPay', { amount: format.money(preview.total, preview.currency) });
  };
  return (
    <Stack gap="lg">
      <Effect subscription={subscription} plan={plan} preview={preview} />
      {preview.lines.length > 0 && <DueLines preview={preview} />}
      <ActionProblem error={change.error} />
      <Group gap="sm">
        <Button
          size="md"
          disabled={!isOnline}
          loading={change.isRunning}
          onClick={() => {
            void change.run(preview.total);
          }}
        >
          {submit()}
        </Button>
        {other}
      </Group>
    </Stack>
  );
}

type EffectProps = Omit<ChangePreviewProps, 'onChanged'> & { readonly preview: PlanChangePreview };

/** When the new plan begins, what is due today, and what the next renewal costs. */
function Effect({ subscription, plan, preview }: EffectProps) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const priceOf = usePeriodPrice();
  const { planName } = subscription;
  const { currency, effective, effectiveAt, nextPeriodAt, nextTotal, total } = preview;
  const begins = () => {
    if (plan.id === subscription.planId) return t('change.keep', { plan: plan.name });
    if (effective === 'PERIOD_END') {
      const date = format.day(new Date(effectiveAt));
      return t('change.atPeriodEnd', { plan: plan.name, date, current: planName });
    }
    return total === 0 ? t('change.now', { plan: plan.name }) : t('change.whenPaid', { plan: plan.name });
  };
  return (
    <>
      <div>
        <Text size="sm" c="dimmed">
          {t('change.dueNow')}
        </Text>
        <p className={amounts.amount}>
          <Money amount={total} currency={currency} />
        </p>
        <p className={amounts.note}>{begins()}</p>
      </div>
      <FactList
        title={t('change.preview')}
        look="sums"
        facts={[
          { label: t('change.from'), value: `${planName}, ${priceOf(subscription, currency)}` },
          { label: t('change.to'), value: `${plan.name}, ${priceOf(plan, currency)}` },
          {
            label: t('change.next'),
            value: t('change.nextAmount', {
              date: format.day(new Date(nextPeriodAt)),
              amount: format.money(nextTotal, currency),
            }),
          },
        ]}
      />
    </>
  );
}

/** Line by line as the invoice will have it: the credit for unused days, the new plan, the VAT. */
function DueLines({ preview: { currency, lines, taxTotal, total } }: { preview: PlanChangePreview }) {
  const { t } = useTranslation('subscriptions');
  return (
    <Stack gap="xs">
      <FactList
        title={t('change.lines')}
        look="sums"
        facts={[
          ...lines.map(({ description, unitPrice }) => ({
            label: description,
            value: <Money amount={unitPrice} currency={currency} />,
          })),
          { label: t('change.taxTotal'), value: <Money amount={taxTotal} currency={currency} /> },
          {
            label: t('change.dueNow'),
            value: (
              <strong>
                <Money amount={total} currency={currency} />
              </strong>
            ),
          },
        ]}
      />
    </Stack>
  );
}
