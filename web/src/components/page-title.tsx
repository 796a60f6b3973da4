import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page-title.module.css';

/**
 * A page's heading. Takes the focus when its page opens, so that keyboard and screen reader begin there, and
 * names the browser's tab.
 */
export function PageTitle({ text, children }: { text: string; children?: ReactNode }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${text} · ${t('productName')}`;
  }, [text, t]);

  return (
    <Title order={1} ref={heading} tabIndex={-1} className={classes.heading}>
      {children ?? text}
    </Title>
  );
}
