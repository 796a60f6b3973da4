import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PageTitle } from '../components/page-title';
import { paths } from '../lib/paths';

/** For signed-in people whose role does not reach here. */
export function Forbidden() {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start">
      <PageTitle text={t('forbidden.title')} />
      <Text>{t('forbidden.text')}</Text>
      <Button component={Link} href={paths.invoices}>
        {t('notFound.home')}
      </Button>
    </Stack>
  );
}
