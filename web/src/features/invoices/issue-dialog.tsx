import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer';
import { ActionProblem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { useAction } from '../../lib/use-action';
import { issueInvoice } from './manage-invoice';

interface IssueDialogProps {
  readonly invoice: Stored<Invoice>;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says what issuing does before it is done, as it cannot be undone. */
export function IssueDialog({ invoice, opened, onClose }: IssueDialogProps) {
  const { t } = useTranslation();
  const { t: console } = useTranslation('console');
  const format = useFormat();
  const announce = useAnnounce();
  const issue = useAction(async () => {
    const { invoiceNumber } = await issueInvoice(invoice.id);
    onClose();
    announce(console('invoice.issued', { number: invoiceNumber }));
  });
  return (
    <Modal opened={opened} onClose={onClose} title={console('invoice.issueTitle')} centered>
      <Stack gap="md">
        <Text size="sm">{console('invoice.issueText')}</Text>
        <ActionProblem error={issue.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('goBack')}
          </Button>
          <Button
            loading={issue.isRunning}
            onClick={() => {
              void issue.run();
            }}
          >
            {console('invoice.issueConfirm', { amount: format.money(invoice.total, invoice.currency) })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
