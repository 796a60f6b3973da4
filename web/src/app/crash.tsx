import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../components/page-title';
import { useIsOnline, wasJustReloaded } from '../lib/browser-state';
import { DownloadError } from '../lib/on-demand';

interface CrashProps {
  readonly error: unknown;
  /** Tests watch instead of loading again. */
  readonly reload?: () => void;
}

/**
 * Stands in for a page that failed: of itself, or because it could not be downloaded. Offline it waits for the
 * connection; online, a newer version has taken the place of the one that is open, and is loaded.
 */
export function Crash({ error, reload = loadAgain }: CrashProps) {
  const { t } = useTranslation();
  const isOnline = useIsOnline();
  const [wasOffline] = useState(!isOnline);
  // Where loading the app anew has not helped, doing it again would go on for ever.
  const [isOutdated] = useState(isOnline && error instanceof DownloadError && !wasJustReloaded());
  const hasRemedy = isOutdated || (wasOffline && isOnline);
  useEffect(() => {
    // The browser does not ask a second time for a script that it could not fetch.
    if (hasRemedy) reload();
  }, [hasRemedy, reload]);
  if (hasRemedy) return null;
  return (
    <Stack align="flex-start" role="alert">
      <PageTitle text={t(wasOffline ? 'crash.offlineTitle' : 'crash.title')} />
      <Text>{t(wasOffline ? 'crash.offlineText' : 'crash.text')}</Text>
      {!wasOffline && <Button onClick={reload}>{t('crash.reload')}</Button>}
    </Stack>
  );
}

function loadAgain(): void {
  window.location.reload();
}
