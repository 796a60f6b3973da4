import { addDays, dayOf, startOfDay } from '@hyble/billing-functions/src/core/calendar';
import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import type { Plan } from '@hyble/billing-functions/src/schema/plan';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import amounts from '../../components/billing/amount-due.module.css';
import { Money } from '../../components/billing/money';
import { ActionProblem } from '../../components/problem';
import { useIsOnline, useNow } from '../../lib/browser-state';
import { expiryOf } from '../../lib/card-expiry';
import type { Stored } from '../../lib/documents';
import { CallError } from '../../lib/callable';
import { useFormat } from '../../lib/format';
import { grossOf } from '../../lib/subscription-outlook';
import { useAction } from '../../lib/use-action';
import { startSubscription } from './manage-subscription';
import { CARD, LINK, wishOf } from './payment-way';
import type { WayChoice } from './payment-way';
import { PaymentWayFields } from './payment-way-fields';
import classes from './start-form.module.css';

interface StartFormProps {
  readonly plan: Stored<Plan>;
  /** An organization's id; null for the customer's own account. */
  readonly organizationId: string | null;
  readonly methods: readonly Stored<PaymentMethod>[];
  readonly balance: number;
  /** Hears of the subscription, which may still wait for its first payment. */
  readonly onStarted: (subscriptionId: string) => void;
}

/** How to pay, and one button that names act and sum. However often it is pressed, one subscription begins. */
export function StartForm({ plan, organizationId, methods, balance, onStarted }: StartFormProps) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const now = useNow(60_000);
  const isOnline = useIsOnline();
  const [requestId] = useState(() => crypto.randomUUID());
  const [wished, setWished] = useState<WayChoice | null>(null);
  const [useWallet, setUseWallet] = useState(false);
  // Only the server knows; who has had their trial sees the price at once, and decides again.
  const [hadTrial, setHadTrial] = useState(false);
  const choice = wished ?? firstChoice(methods, now);
  const start = useAction(async () => {
    const way = { useWallet, ...wishOf(choice, methods) };
    try {
      const request = { requestId, planId: plan.id, organizationId, trial: !hadTrial, ...way };
      const answer = await startSubscription(request);
      onStarted(answer.subscriptionId);
    } catch (error) {
      if (error instanceof CallError && error.code === 'TRIAL_USED') setHadTrial(true);
      throw error;
    }
  });

  const { currency } = plan;
  const trialDays = hadTrial ? 0 : plan.trialDays;
  const amount = format.money(grossOf(plan), currency);
  const trialEnd = startOfDay(addDays(dayOf(now), trialDays));
  const paysNow = (choice !== LINK && choice !== CARD) || (useWallet && balance >= grossOf(plan));
  const submit = () => {
    if (trialDays > 0) return t('start.submitTrial');
    return paysNow ? t('start.submit', { amount }) : t('start.submitByLink', { amount });
  };
  return (
    <form
      noValidate
      aria-label={t('start.heading')}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void start.run();
      }}
    >
      <div>
        <Text size="sm" c="dimmed">
          {trialDays > 0 ? t('start.dueAfterTrial', { date: format.day(trialEnd) }) : t('start.dueNow')}
        </Text>
        <p className={amounts.amount}>
          <Money amount={grossOf(plan)} currency={currency} />
        </p>
        <p className={amounts.note}>
          {trialDays > 0 ? t('start.trialNote', { date: format.day(trialEnd) }) : t('start.renewNote')}
        </p>
      </div>
      <PaymentWayFields
        methods={methods}
        choice={choice}
        onChoose={setWished}
        useWallet={useWallet}
        onUseWallet={setUseWallet}
        balance={balance}
        currency={currency}
        disabled={start.isRunning}
      />
      <ActionProblem error={start.error} />
      <Group gap="sm">
        <Button
          type="submit"
          size="md"
          className={classes.submit}
          disabled={!isOnline}
          loading={start.isRunning}
        >
          {submit()}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" role="status">
        {start.isRunning ? t('start.charging') : null}
      </Text>
    </form>
  );
}

/** The default card, or else a card that is still to come. */
function firstChoice(methods: readonly Stored<PaymentMethod>[], now: Date): WayChoice {
  const standard = methods.find(({ isDefault }) => isDefault);
  if (standard === undefined) return CARD;
  return expiryOf(standard, now) === 'expired' ? LINK : standard.id;
}
