import { Alert } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  readonly meaning: 'bad' | 'warn' | 'moving' | 'good';
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  readonly title: string;
  /** `alert` interrupts a screen reader, `status` waits. */
  /** A `note` is not spoken by itself. */
  readonly role: 'alert' | 'status' | 'note';
  readonly children?: ReactNode;
}

/** A message that stands where it belongs, in the colours of what it means. */
export function Notice({ meaning, icon: Icon, title, role, children }: NoticeProps) {
  return (
    <Alert role={role} data-meaning={meaning} classNames={classes} icon={<Icon aria-hidden />} title={title}>
      {children}
    </Alert>
  );
}
