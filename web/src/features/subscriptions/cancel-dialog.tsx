import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceChips } from '../../components/choice-chips';
import { ActionProblem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { useAction } from '../../lib/use-action';
import { cancelSubscription } from './manage-subscription';

interface CancelDialogProps {
  readonly subscription: Stored<Subscription>;
  readonly onClose: () => void;
}

const REASONS = ['price', 'unused', 'missing', 'other'] as const;
/** With the chosen reason in front it fits what the server takes. */
const LONGEST_COMMENT = 400;

/** Ends a subscription: what that means first, then when and why. */
export function CancelDialog({ subscription, onClose }: CancelDialogProps) {
  const { t } = useTranslation('subscriptions');
  const { t: common } = useTranslation();
  const format = useFormat();
  const { id: subscriptionId, planName, status, cancelAtPeriodEnd, currentPeriodEnd } = subscription;
  // A service that stands still, or that ends anyway, can only be ended now.
  const mayRunOn = status !== 'SUSPENDED' && !cancelAtPeriodEnd;
  const [when, setWhen] = useState<'PERIOD_END' | 'NOW'>(mayRunOn ? 'PERIOD_END' : 'NOW');
  const [reason, setReason] = useState<(typeof REASONS)[number] | null>(null);
  const [comment, setComment] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const cancel = useAction(async () => {
    if (reason === null) return;
    const words = [t(`cancel.reasons.${reason}`), comment.trim()].filter((part) => part !== '').join(': ');
    await cancelSubscription({ subscriptionId, when, reason: words });
    onClose();
  });
  const date = format.day(currentPeriodEnd);
  const nowText = subscription.openInvoiceId === null ? t('cancel.nowText') : t('cancel.nowOpenText');
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      size="lg"
      title={t('cancel.title', { plan: planName })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsChecked(true);
          if (reason !== null) void cancel.run();
        }}
      >
        <Stack gap="md">
          {mayRunOn && (
            <ChoiceChips
              legend={t('cancel.when')}
              choices={[
                { value: 'PERIOD_END', label: t('cancel.periodEnd', { date }) },
                { value: 'NOW', label: t('cancel.now') },
              ]}
              chosen={when}
              disabled={cancel.isRunning}
              onChoose={(value) => {
                setWhen(value === 'NOW' ? 'NOW' : 'PERIOD_END');
              }}
            />
          )}
          <Text size="sm" role="status">
            {when === 'NOW' ? nowText : t('cancel.periodEndText', { date })}
          </Text>
          <ChoiceChips
            legend={t('cancel.why')}
            choices={REASONS.map((value) => ({ value, label: t(`cancel.reasons.${value}`) }))}
            chosen={reason}
            disabled={cancel.isRunning}
            onChoose={(value) => {
              setReason(REASONS.find((known) => known === value) ?? null);
            }}
          />
          {isChecked && reason === null && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {t('cancel.reasonMissing')}
            </Text>
          )}
          <Textarea
            label={t('cancel.comment')}
            value={comment}
            maxLength={LONGEST_COMMENT}
            rows={2}
            readOnly={cancel.isRunning}
            onChange={(event) => {
              setComment(event.currentTarget.value);
            }}
          />
          <ActionProblem error={cancel.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {common('goBack')}
            </Button>
            <Button type="submit" color="red" loading={cancel.isRunning}>
              {when === 'NOW' ? t('cancel.submitNow') : t('cancel.submit', { date })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
