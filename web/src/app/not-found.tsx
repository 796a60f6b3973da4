import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PageTitle } from '../components/page-title';
import { paths } from '../lib/paths';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start">
      <PageTitle text={t('notFound.title')} />
      <Text>{t('notFound.text')}</Text>
      <Button component={Link} href={paths.home}>
        {t('notFound.home')}
      </Button>
    </Stack>
  );
}
