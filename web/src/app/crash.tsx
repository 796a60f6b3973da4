import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../components/page-title';
import { useIsOnline } from '../lib/browser-state';

interface CrashProps {
  /** Tests watch instead of loading again. */
  readonly reload?: () => void;
}

/** Stands in for a page that failed: of itself, or because the browser was offline when it was to be loaded. */
export function Crash({ reload = loadAgain }: CrashProps) {
  const { t } = useTranslation();
  const isOnline = useIsOnline();
  const [wasOffline] = useState(!isOnline);
  useEffect(() => {
    // A page that could not be fetched is not asked for a second time without this.
    if (wasOffline && isOnline) reload();
  }, [wasOffline, isOnline, reload]);
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
