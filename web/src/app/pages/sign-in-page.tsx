import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Redirect, useSearchParams } from 'wouter';
import { PageTitle } from '../../components/page-title';
import { Wordmark } from '../../components/wordmark';
import { SignInForm } from '../../features/session/sign-in-form';
import { safeNext } from '../../lib/paths';
import { useSession } from '../../lib/session';
import { Preferences } from '../shell/preferences';
import classes from './sign-in-page.module.css';

export default function SignInPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [search] = useSearchParams();
  if (session.status === 'starting') return null;
  if (session.status === 'signed-in') return <Redirect to={safeNext(search.get('next'))} replace />;

  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <div className={classes.brand}>
          <Wordmark height={28} />
        </div>
        <div>
          <PageTitle text={t('signIn.title')} />
          <Text c="dimmed">{t('signIn.lead')}</Text>
        </div>
        <SignInForm />
      </main>
      <footer className={classes.preferences}>
        <Preferences />
      </footer>
    </div>
  );
}
