import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { methodName } from '../../lib/method-name';
import { useAction } from '../../lib/use-action';
import { removeMethod } from './manage-methods';

interface RemoveMethodDialogProps {
  readonly method: Stored<PaymentMethod>;
  readonly onClose: () => void;
}

/** Asks before the gateway forgets a card. */
export function RemoveMethodDialog({ method, onClose }: RemoveMethodDialogProps) {
  const { t } = useTranslation();
  const remove = useAction(async () => {
    await removeMethod(method);
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={
        method.lastFour === null
          ? t('methods.removeTitle', { name: methodName(method) })
          : t('methods.removeCardTitle', { lastFour: method.lastFour })
      }
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('methods.removeText')}</Text>
        <ActionProblem error={remove.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('goBack')}
          </Button>
          <Button
            color="red"
            loading={remove.isRunning}
            onClick={() => {
              void remove.run();
            }}
          >
            {t('methods.removeOf', { name: methodName(method) })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
