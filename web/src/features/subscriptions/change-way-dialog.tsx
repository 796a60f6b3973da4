import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { useAction } from '../../lib/use-action';
import { changePaymentWay } from './manage-subscription';
import { choiceOf, LINK, wishOf } from './payment-way';
import { PaymentWayFields } from './payment-way-fields';

interface ChangeWayDialogProps {
  readonly subscription: Stored<Subscription>;
  readonly methods: readonly Stored<PaymentMethod>[];
  readonly balance: number;
  /** What waits to be paid; null when nothing does. */
  readonly openInvoice: Invoice | null;
  readonly onClose: () => void;
}

/** Says how a subscription is paid from now on; what is open is tried at once. */
export function ChangeWayDialog(props: ChangeWayDialogProps) {
  const { subscription, methods, balance, openInvoice, onClose } = props;
  const { t } = useTranslation('subscriptions');
  const { t: common } = useTranslation();
  const format = useFormat();
  const { id: subscriptionId, currency, paymentWay } = subscription;
  const [choice, setChoice] = useState(() => choiceOf(paymentWay, methods));
  const [useWallet, setUseWallet] = useState(paymentWay.useWallet);
  const save = useAction(async () => {
    await changePaymentWay({ subscriptionId, useWallet, ...wishOf(choice, methods) });
    onClose();
  });
  const due = openInvoice?.amountDue ?? 0;
  const triesAtOnce = due > 0 && (choice !== LINK || useWallet);
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      size="lg"
      title={t('way.changeTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        <Stack gap="md">
          {methods.length === 0 && <Text size="sm">{t('way.noCard')}</Text>}
          <PaymentWayFields
            methods={methods}
            choice={choice}
            onChoose={setChoice}
            useWallet={useWallet}
            onUseWallet={setUseWallet}
            balance={balance}
            currency={currency}
            disabled={save.isRunning}
          />
          {triesAtOnce && (
            <Text size="sm">{t('way.triesAtOnce', { amount: format.money(due, currency) })}</Text>
          )}
          <ActionProblem error={save.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {common('goBack')}
            </Button>
            <Button type="submit" loading={save.isRunning}>
              {triesAtOnce ? t('way.saveAndPay', { amount: format.money(due, currency) }) : t('way.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
