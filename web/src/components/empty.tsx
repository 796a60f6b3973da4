import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty.module.css';

/** One sentence where rows would be, and at most one thing to do. */
export function Empty({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <Stack align="center" gap="md" className={classes.empty}>
      <Text c="dimmed">{text}</Text>
      {action}
    </Stack>
  );
}
