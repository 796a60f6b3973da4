import { Badge } from '@mantine/core';
import type { ComponentType } from 'react';
import classes from './status-chip.module.css';

/** What a status means for the reader; colour never stands alone, word and icon say the same. */
export type StatusMeaning = 'neutral' | 'waiting' | 'moving' | 'part' | 'good' | 'warn' | 'bad';

export type StatusIcon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;

interface StatusChipProps {
  readonly meaning: StatusMeaning;
  readonly icon: StatusIcon;
  readonly label: string;
}

export function StatusChip({ meaning, icon: Icon, label }: StatusChipProps) {
  return (
    <Badge
      className={classes.chip}
      data-meaning={meaning}
      // Capitals made by CSS turn i into I, which is another letter in Turkish.
      tt="none"
      radius="sm"
      leftSection={<Icon size={14} stroke={2} aria-hidden />}
    >
      {label}
    </Badge>
  );
}
