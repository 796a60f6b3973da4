import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import classes from './back-link.module.css';

export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Anchor component={Link} href={href} size="sm" className={classes.link}>
      <IconArrowLeft size={16} aria-hidden />
      {label}
    </Anchor>
  );
}
