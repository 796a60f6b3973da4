import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormAction } from '../lib/use-form-action';

interface FormDialogProps {
  readonly title: string;
  /** The fields, and what went wrong. */
  readonly children: ReactNode;
  readonly form: FormAction;
  /** Whether what was entered may be sent. */
  readonly isRight: boolean;
  /** On the button: the act, and its sum where money moves. Null where there is nothing to be done any more. */
  readonly submit: string | null;
  readonly isDestructive?: boolean;
  readonly onClose: () => void;
}

/** A dialog that does one thing: its fields, the way back, and the button that does it. */
export function FormDialog(props: FormDialogProps) {
  const { title, children, form, isRight, submit, isDestructive = false, onClose } = props;
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} centered title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.submit(isRight);
        }}
      >
        <Stack gap="md">
          {children}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {submit === null ? t('close') : t('goBack')}
            </Button>
            {submit !== null && (
              <Button type="submit" {...(isDestructive ? { color: 'red' } : {})} loading={form.isRunning}>
                {submit}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
