import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { asLeft } from '../lib/way-back';
import classes from './back-link.module.css';

/** The way to what a page is one of; a list is then searched as it was when the visitor left it. */
export function BackLink({ href, label }: { href: string; label: string }) {
  const state = useHistoryState<unknown>();
  return (
    <Anchor component={Link} href={asLeft(href, state)} size="sm" className={classes.link}>
      <IconArrowLeft size={16} aria-hidden />
      {label}
    </Anchor>
  );
}
