import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceChips } from '../../components/choice-chips';
import { ReasonDialog } from '../../components/reason-dialog';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { cancelSubscription } from './manage-subscription';

interface StaffCancelDialogProps {
  readonly subscription: Stored<Subscription>;
  readonly onClose: () => void;
}

/** Finance ends a customer's subscription, and says why. */
export function StaffCancelDialog({ subscription, onClose }: StaffCancelDialogProps) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const { id: subscriptionId, planName, status, cancelAtPeriodEnd, currentPeriodEnd } = subscription;
  const mayRunOn = status !== 'SUSPENDED' && !cancelAtPeriodEnd;
  const [when, setWhen] = useState<'PERIOD_END' | 'NOW'>(mayRunOn ? 'PERIOD_END' : 'NOW');
  const date = format.day(currentPeriodEnd);
  return (
    <ReasonDialog
      title={t('subscriptions.cancelTitle', { plan: planName })}
      label={t('subscriptions.reasonLabel')}
      hint={t('subscriptions.reasonHint')}
      missing={t('subscriptions.reasonMissing')}
      submit={t('subscriptions.cancel')}
      isDestructive
      onSubmit={(reason) => cancelSubscription({ subscriptionId, when, reason })}
      onClose={onClose}
    >
      <Stack gap="sm">
        {mayRunOn && (
          <ChoiceChips
            legend={t('subscriptions.cancelWhen')}
            choices={[
              { value: 'PERIOD_END', label: t('subscriptions.cancelAtEnd', { date }) },
              { value: 'NOW', label: t('subscriptions.cancelNow') },
            ]}
            chosen={when}
            onChoose={(value) => {
              setWhen(value === 'NOW' ? 'NOW' : 'PERIOD_END');
            }}
          />
        )}
        <Text size="sm">
          {when === 'NOW' ? t('subscriptions.cancelNowText') : t('subscriptions.cancelAtEndText', { date })}
        </Text>
      </Stack>
    </ReasonDialog>
  );
}
