import { Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Delayed } from '../../components/delayed';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { ProfileForm } from '../../features/customers/profile-form';
import { useProfile } from '../../features/customers/use-profile';
import { useVisitor } from '../../lib/session';
import classes from './invoice-page.module.css';

/** The visitor's own details, as the next invoices will have them. */
export default function ProfilePage() {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation();
  const { uid, email } = useVisitor();
  const profile = useProfile(uid);
  return (
    <Stack gap="lg" className={classes.page}>
      <PageTitle text={common('profileTitle')} />
      <Text size="sm" c="dimmed">
        {t('profile.lead', { email })}
      </Text>
      {profile.status === 'loading' && (
        <Delayed>
          <Skeleton height={420} />
        </Delayed>
      )}
      {profile.status === 'failed' && <LiveProblemView {...profile} />}
      {profile.status === 'ready' && <ProfileForm profile={profile.data} />}
    </Stack>
  );
}
