import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

interface FactListProps {
  readonly title: string;
  /** What is null is left out. */
  readonly facts: readonly (Fact | null)[];
  /** `sums` has figures at the right of their labels; `notes` has values under them. */
  readonly look: 'sums' | 'notes';
  readonly children?: ReactNode;
}

/** Labels and values under a heading. */
export function FactList({ title, facts, look, children }: FactListProps) {
  return (
    <section aria-label={title} className={classes.section}>
      <Title order={2}>{title}</Title>
      <dl className={classes.list} data-look={look}>
        {facts
          .filter((fact) => fact !== null)
          .map(({ label, value }) => (
            <div key={label} className={classes.fact}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {children}
    </section>
  );
}
