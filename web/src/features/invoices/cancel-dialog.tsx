import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { useAction } from '../../lib/use-action';
import { cancelInvoice } from './manage-invoice';

interface CancelDialogProps {
  readonly invoice: Stored<Invoice>;
  readonly opened: boolean;
  readonly onClose: () => void;
}

const LONGEST_REASON = 500;

/** Cancels an issued invoice or discards a draft; either way somebody says why. */
export function CancelDialog({ invoice, opened, onClose }: CancelDialogProps) {
  const { t } = useTranslation();
  const { t: console } = useTranslation('console');
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const cancel = useAction(async () => {
    await cancelInvoice({ invoiceId: invoice.id, reason: reason.trim() });
    onClose();
  });
  const { invoiceNumber } = invoice;
  const isReasonMissing = reason.trim() === '';
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      centered
      title={
        invoiceNumber === null
          ? console('invoice.discardTitle')
          : console('invoice.cancelTitle', { number: invoiceNumber })
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsChecked(true);
          if (!isReasonMissing) void cancel.run();
        }}
      >
        <Stack gap="md">
          <Textarea
            label={console('invoice.reason')}
            description={console('invoice.reasonHint')}
            error={isChecked && isReasonMissing ? console('invoice.reasonMissing') : null}
            value={reason}
            maxLength={LONGEST_REASON}
            rows={3}
            required
            data-autofocus
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
          />
          <ActionProblem error={cancel.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('goBack')}
            </Button>
            <Button type="submit" color="red" loading={cancel.isRunning}>
              {invoiceNumber === null ? console('invoice.discard') : console('invoice.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
