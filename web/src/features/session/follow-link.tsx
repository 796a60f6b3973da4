import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Problem } from '../../components/problem';
import { paths } from '../../lib/paths';
import { useAction } from '../../lib/use-action';
import { EmailField } from './email-field';
import { followLink, followProblem, rememberedEmail } from './email-link';

/**
 * Signs in with the link that is open. Only who knows the address it was sent to may: the browser that asked for it
 * does, and on any other device it is typed.
 */
export function FollowLink({ next }: { next: string }) {
  const { t } = useTranslation('signIn');
  const [known] = useState(rememberedEmail);
  const [email, setEmail] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const follow = useAction(followLink);
  const begin = useEffectEvent(() => {
    if (known !== null) void follow.run(known);
  });
  useEffect(() => {
    begin();
  }, []);

  const problem = follow.error === null ? null : followProblem(follow.error);
  if (problem !== null && problem !== 'otherAddress') {
    return (
      <Stack gap="md">
        <Problem title={t(problem)} />
        <Button component={Link} href={paths.signIn(next)} size="md">
          {t('newLink')}
        </Button>
      </Stack>
    );
  }
  if (known !== null && problem === null) return <Text role="status">{t('following')}</Text>;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (email.trim() !== '') void follow.run(email);
      }}
    >
      <Stack gap="md">
        {problem !== null && <Problem title={t(problem)} />}
        <EmailField
          email={email}
          onEmail={setEmail}
          description={t('confirmEmail')}
          error={isChecked && email.trim() === '' ? t('emailMissing') : null}
        />
        <Button type="submit" size="md" loading={follow.isRunning}>
          {t('follow')}
        </Button>
      </Stack>
    </form>
  );
}
