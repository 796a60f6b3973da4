import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../components/page-title';

export function Crash() {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start" role="alert">
      <PageTitle text={t('crash.title')} />
      <Text>{t('crash.text')}</Text>
      <Button
        onClick={() => {
          window.location.reload();
        }}
      >
        {t('crash.reload')}
      </Button>
    </Stack>
  );
}
