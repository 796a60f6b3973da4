import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './summary-card.module.css';

interface SummaryCardProps {
  readonly label: string;
  /** Tells cards of one label apart, to a screen reader. */
  readonly detail?: string;
  readonly children: ReactNode;
}

/** One figure that sums something up, with what to do about it. */
export function SummaryCard({ label, detail, children }: SummaryCardProps) {
  return (
    <section aria-label={detail === undefined ? label : `${label}, ${detail}`} className={classes.card}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {children}
    </section>
  );
}
