import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Redirect, useSearchParams } from 'wouter';
import { PageTitle } from '../../components/page-title';
import { Wordmark } from '../../components/wordmark';
import { SignInForm } from '../../features/session/sign-in-form';
import { onDemand } from '../../lib/on-demand';
import { safeNext } from '../../lib/paths';
import { useSession } from '../../lib/session';
import { Preferences } from '../shell/preferences';
import classes from './sign-in-page.module.css';

// Whoever signs in by password has no link.
const FollowLink = onDemand(async () => ({
  default: (await import('../../features/session/follow-link')).FollowLink,
}));

export default function SignInPage() {
  const { t } = useTranslation('signIn');
  const session = useSession();
  const [search] = useSearchParams();
  const next = safeNext(search.get('next'));
  if (session.status === 'starting') return null;
  if (session.status === 'signed-in') return <Redirect to={next} replace />;

  // What Firebase adds to the address that its link leads to.
  const isLink = search.get('mode') === 'signIn' && search.has('oobCode');
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <div className={classes.brand}>
          <Wordmark height={28} />
        </div>
        <div>
          <PageTitle text={t('title')} />
          <Text c="dimmed">{t('lead')}</Text>
        </div>
        {isLink ? <FollowLink next={next} /> : <SignInForm next={next} />}
      </main>
      <footer className={classes.preferences}>
        <Preferences />
      </footer>
    </div>
  );
}
