import { Button, Group, NativeSelect, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriodPrice } from '../../components/billing/period-price';
import { MoneyInput } from '../../components/money-input';
import { Notice } from '../../components/notice';
import { ActionProblem } from '../../components/problem';
import { useFormat } from '../../lib/format';
import { moneyFieldText } from '../../lib/number-input';
import { useAction } from '../../lib/use-action';
import { readPlan } from './plan-draft';
import type { PlanDraft, PlanField, PlanWish } from './plan-draft';

interface PlanFormProps {
  readonly initial: PlanDraft;
  /** Whether the plan is there already: period and currency stay, and running subscriptions are named. */
  readonly isStored: boolean;
  readonly onSave: (wish: PlanWish, isActive: boolean) => Promise<void>;
}

const CURRENCIES = ['TRY', 'EUR', 'USD', 'GBP', 'CHF', 'JPY', 'KWD', 'AED', 'SAR'];

/** A plan's fields, and what a change of them reaches. */
export function PlanForm({ initial, isStored, onSave }: PlanFormProps) {
  const { t } = useTranslation('console');
  const { t: words } = useTranslation('subscriptions');
  const { locale } = useFormat();
  const priceOf = usePeriodPrice();
  const [draft, setDraft] = useState(initial);
  const [isChecked, setIsChecked] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const { wish, problems } = readPlan(draft, locale);
  const save = useAction(async () => {
    if (wish === null) return;
    await onSave(wish, draft.isActive);
    setIsSaved(true);
  });
  const change = (changed: Partial<PlanDraft>) => {
    setDraft({ ...draft, ...changed });
    setIsSaved(false);
  };
  const example = moneyFieldText(10_000, draft.currency, locale);
  const problem = (field: PlanField) =>
    isChecked && problems.has(field) ? t(`plans.problems.${field}`, { example }) : null;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (wish !== null) void save.run();
      }}
    >
      <Stack gap="md">
        {isStored && (
          <Notice meaning="moving" role="status" icon={IconInfoCircle} title={t('plans.priceNote')}>
            <Text size="sm">{t('plans.fixedNote')}</Text>
          </Notice>
        )}
        <TextInput
          label={t('plans.name')}
          value={draft.name}
          error={problem('name')}
          required
          onChange={(event) => {
            change({ name: event.currentTarget.value });
          }}
        />
        <Textarea
          label={t('plans.description')}
          value={draft.description}
          error={problem('description')}
          rows={2}
          onChange={(event) => {
            change({ description: event.currentTarget.value });
          }}
        />
        <Group grow align="flex-start">
          <NativeSelect
            label={t('plans.period')}
            value={draft.billingPeriod}
            disabled={isStored}
            data={(['monthly', 'annually'] as const).map((value) => ({
              value,
              label: words(`periods.${value}`),
            }))}
            onChange={(event) => {
              change({ billingPeriod: event.currentTarget.value === 'annually' ? 'annually' : 'monthly' });
            }}
          />
          <NativeSelect
            label={t('plans.currency')}
            value={draft.currency}
            disabled={isStored}
            data={[...new Set([...CURRENCIES, draft.currency])]}
            onChange={(event) => {
              change({ currency: event.currentTarget.value });
            }}
          />
        </Group>
        <Group grow align="flex-start">
          <MoneyInput
            label={t('plans.priceIn', { currency: draft.currency })}
            currency={draft.currency}
            text={draft.price}
            error={problem('price')}
            {...(wish === null
              ? {}
              : { description: t('plans.gross', { price: priceOf(wish, draft.currency) }) })}
            onText={(price) => {
              change({ price });
            }}
          />
          <TextInput
            label={t('plans.taxRateField')}
            inputMode="decimal"
            value={draft.taxRate}
            error={problem('taxRate')}
            onChange={(event) => {
              change({ taxRate: event.currentTarget.value });
            }}
          />
        </Group>
        <Textarea
          label={t('plans.features')}
          description={t('plans.featuresHint')}
          value={draft.features}
          error={problem('features')}
          rows={5}
          onChange={(event) => {
            change({ features: event.currentTarget.value });
          }}
        />
        <TextInput
          label={t('plans.trialField')}
          description={t('plans.trialHint')}
          inputMode="numeric"
          value={draft.trialDays}
          error={problem('trialDays')}
          onChange={(event) => {
            change({ trialDays: event.currentTarget.value });
          }}
        />
        {isStored && (
          <Switch
            checked={draft.isActive}
            label={t('plans.isActive')}
            onChange={(event) => {
              change({ isActive: event.currentTarget.checked });
            }}
          />
        )}
        <ActionProblem error={save.error} />
        {isSaved && <Notice meaning="good" role="status" icon={IconCircleCheck} title={t('plans.saved')} />}
        <div>
          <Button type="submit" loading={save.isRunning}>
            {isStored ? t('plans.save') : t('plans.create')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
