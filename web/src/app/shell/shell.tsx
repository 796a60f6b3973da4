import { Burger, Button, Text, VisuallyHidden } from '@mantine/core';
import { IconLogout, IconWifiOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useAnnounce } from '../../components/announcer';
import { Notice } from '../../components/notice';
import { Wordmark } from '../../components/wordmark';
import { useIsOnline } from '../../lib/browser-state';
import { paths } from '../../lib/paths';
import { signOut, useVisitor } from '../../lib/session';
import { Preferences } from './preferences';
import classes from './shell.module.css';

export interface Section {
  readonly href: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  /** How much waits there for a person: in figures, and in words for a screen reader. */
  readonly count?: { readonly text: string; readonly spoken: string };
}

interface ShellProps {
  readonly sections: readonly Section[];
  /** Under the sections: the way to the other half of the app. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** Navigation beside the page; on phones above it, behind a menu button. */
export function Shell({ sections, aside, children }: ShellProps) {
  const { t } = useTranslation();
  const visitor = useVisitor();
  const [location, navigate] = useLocation();
  const isOnline = useConnection();
  // The menu belongs to the page that it was opened on, so following a link closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const isOpen = openOn === location;

  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <header className={classes.bar}>
        <div className={classes.brand}>
          <Link href={paths.home} aria-label={t('home')} className={classes.home}>
            <Wordmark />
          </Link>
          <Burger
            hiddenFrom="lg"
            size="sm"
            opened={isOpen}
            aria-expanded={isOpen}
            aria-controls="menu"
            aria-label={t('menu')}
            onClick={() => {
              setOpenOn(isOpen ? null : location);
            }}
          />
        </div>
        <div id="menu" className={classes.menu} data-open={isOpen || undefined}>
          <nav aria-label={t('mainNavigation')} className={classes.sections}>
            {sections.map(({ href, label, icon: Icon, count }) => (
              <Link
                key={href}
                href={href}
                className={classes.section}
                aria-current={location === href || location.startsWith(`${href}/`) ? 'page' : undefined}
              >
                <Icon size={18} stroke={1.75} aria-hidden />
                {label}
                {count !== undefined && (
                  <span className={classes.count}>
                    <span aria-hidden>{count.text}</span>
                    <VisuallyHidden>{count.spoken}</VisuallyHidden>
                  </span>
                )}
              </Link>
            ))}
            {aside}
          </nav>
          <div className={classes.personal}>
            <Text size="xs" c="dimmed" truncate title={visitor.email}>
              {t('signedInAs', { email: visitor.email })}
            </Text>
            <Preferences />
            <Button
              variant="default"
              size="xs"
              leftSection={<IconLogout size={16} aria-hidden />}
              onClick={() => {
                // The next visitor of this browser need not learn what this one looked at.
                void signOut().then(() => {
                  navigate(paths.signIn(), { replace: true });
                });
              }}
            >
              {t('signOut')}
            </Button>
          </div>
        </div>
      </header>
      <main id="content" className={classes.content}>
        {!isOnline && (
          <div className={classes.offline}>
            <Notice meaning="warn" role="note" icon={IconWifiOff} title={t('offline')} />
          </div>
        )}
        {children}
      </main>
    </div>
  );
}

/** Whether the browser is online; told to screen readers when it changes, and on a page that begins without. */
function useConnection(): boolean {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const isOnline = useIsOnline();
  const told = useRef(true);
  useEffect(() => {
    if (told.current === isOnline) return;
    told.current = isOnline;
    announce(t(isOnline ? 'online' : 'offline'));
  }, [isOnline, announce, t]);
  return isOnline;
}
