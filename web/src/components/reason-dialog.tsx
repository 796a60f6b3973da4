import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../lib/use-action';
import { ActionProblem } from './problem';

interface ReasonDialogProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly label: string;
  readonly hint?: string;
  /** Said when nothing was written. */
  readonly missing: string;
  readonly submit: string;
  readonly isDestructive?: boolean;
  /** Resolves when it is done; then the dialog closes. */
  readonly onSubmit: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

const LONGEST_REASON = 500;

/** Asks why before something is done. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, label, hint, missing, submit, isDestructive = false, onSubmit, onClose } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const act = useAction(async () => {
    await onSubmit(reason.trim());
    onClose();
  });
  const isMissing = reason.trim() === '';
  return (
    <Modal opened onClose={onClose} centered title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsChecked(true);
          if (!isMissing) void act.run();
        }}
      >
        <Stack gap="md">
          {children !== undefined && <Text size="sm">{children}</Text>}
          <Textarea
            label={label}
            description={hint}
            error={isChecked && isMissing ? missing : null}
            value={reason}
            maxLength={LONGEST_REASON}
            rows={3}
            required
            readOnly={act.isRunning}
            data-autofocus
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
          />
          <ActionProblem error={act.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('goBack')}
            </Button>
            <Button type="submit" {...(isDestructive ? { color: 'red' } : {})} loading={act.isRunning}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
