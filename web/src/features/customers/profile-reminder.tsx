import type { User } from '@hyble/billing-functions/src/schema/user';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Notice } from '../../components/notice';
import { paths } from '../../lib/paths';

/** Asks a customer for what an invoice must name; nothing when it is known. */
export function ProfileReminder({ profile }: { profile: User | null }) {
  const { t } = useTranslation('account');
  if (profile !== null && profile.address !== null && profile.displayName.trim() !== '') return null;
  return (
    <Notice meaning="warn" role="status" icon={IconAlertTriangle} title={t('overview.newcomer')}>
      <Button component={Link} href={paths.profile} variant="default" size="xs">
        {t('overview.newcomerAction')}
      </Button>
    </Notice>
  );
}
