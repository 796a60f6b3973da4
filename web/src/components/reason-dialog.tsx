import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useFormAction } from '../lib/use-form-action';
import { FormDialog } from './form-dialog';
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
  const [reason, setReason] = useState('');
  const form = useFormAction(async () => {
    await onSubmit(reason.trim());
    onClose();
  });
  const isMissing = reason.trim() === '';
  return (
    <FormDialog
      title={title}
      form={form}
      isRight={!isMissing}
      submit={submit}
      isDestructive={isDestructive}
      onClose={onClose}
    >
      {children !== undefined && (
        <Text component="div" size="sm">
          {children}
        </Text>
      )}
      <Textarea
        label={label}
        description={hint}
        error={form.isChecked && isMissing ? missing : null}
        value={reason}
        maxLength={LONGEST_REASON}
        rows={3}
        required
        readOnly={form.isRunning}
        data-autofocus
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <ActionProblem error={form.error} />
    </FormDialog>
  );
}
