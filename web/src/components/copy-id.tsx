import { ActionIcon, CopyButton, Group, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './copy-id.module.css';

interface CopyIdProps {
  readonly id: string;
  /** What a screen reader says of the button, before and after. */
  readonly label: string;
  readonly copiedLabel: string;
}

/** An id in full, and a button that copies it. */
export function CopyId({ id, label, copiedLabel }: CopyIdProps) {
  return (
    <Group gap={4} wrap="nowrap" align="center">
      <span className={classes.id}>{id}</span>
      <CopyButton value={id}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? copiedLabel : label}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={copied ? copiedLabel : label}
              onClick={copy}
            >
              {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
