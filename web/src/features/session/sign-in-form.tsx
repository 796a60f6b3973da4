import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../components/problem';
import { useLocale } from '../../lib/i18n/use-locale';
import { useAction } from '../../lib/use-action';
import { EmailField } from './email-field';
import type { SendProblem } from './email-link';
import { signIn, signInProblem } from './sign-in';

/** What was asked for last: each way needs other fields. */
type Way = 'password' | 'link';

/** Signs in by password, or has a link sent that does; either leads on to `next`. */
export function SignInForm({ next }: { next: string }) {
  const { t } = useTranslation('signIn');
  const locale = useLocale();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState<Way | null>(null);
  const [isSent, setIsSent] = useState(false);
  const [linkProblem, setLinkProblem] = useState<SendProblem | null>(null);
  const { run, reset, isRunning, error } = useAction(signIn);
  const link = useAction(async () => {
    // Few ask for it, so it is loaded when somebody does.
    const { sendLink, sendProblem } = await import('./email-link');
    try {
      await sendLink(email, next, locale);
      setIsSent(true);
    } catch (cause) {
      setLinkProblem(sendProblem(cause));
    }
  });

  if (isSent) {
    return (
      <LinkSent
        onBack={() => {
          setIsSent(false);
          setChecked(null);
        }}
      />
    );
  }

  const emailProblem = problemOfEmail(email, checked, linkProblem);
  const passwordProblem = checked === 'password' && password === '' ? t('passwordMissing') : null;
  const problem = problemOfForm(error, link.error, linkProblem);

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked('password');
        setLinkProblem(null);
        link.reset();
        if (email.trim() !== '' && password !== '') void run(email, password);
      }}
    >
      <Stack gap="md">
        {problem !== null && <Problem title={t(problem)} />}
        <EmailField email={email} onEmail={setEmail} error={emailProblem === null ? null : t(emailProblem)} />
        <PasswordInput
          name="password"
          autoComplete="current-password"
          label={t('password')}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          value={password}
          error={passwordProblem}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
        />
        <Button type="submit" size="md" loading={isRunning} disabled={link.isRunning}>
          {t('submit')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('or')}
        </Text>
        <Button
          variant="default"
          size="md"
          loading={link.isRunning}
          disabled={isRunning}
          onClick={() => {
            setChecked('link');
            setLinkProblem(null);
            reset();
            if (email.trim() !== '') void link.run();
          }}
        >
          {t('sendLink')}
        </Button>
      </Stack>
    </form>
  );
}

/** What is said under the e-mail field. */
function problemOfEmail(email: string, checked: Way | null, linkProblem: SendProblem | null) {
  if (checked !== null && email.trim() === '') return 'emailMissing';
  return linkProblem === 'emailInvalid' ? linkProblem : null;
}

/** What is said above the form: neither way led on, and it is not the e-mail field that can say why. */
function problemOfForm(signInError: unknown, linkError: unknown, linkProblem: SendProblem | null) {
  if (signInError !== null) return signInProblem(signInError);
  if (linkError !== null) return 'failed';
  return linkProblem === 'emailInvalid' ? null : linkProblem;
}

/** The same for every address, so that nobody learns here who has an account. */
function LinkSent({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('signIn');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // It takes the place of the form that had the focus.
    heading.current?.focus();
  }, []);
  return (
    <Stack gap="sm">
      <Title order={2} size="h4" ref={heading} tabIndex={-1}>
        {t('sentTitle')}
      </Title>
      <Text>{t('sent')}</Text>
      <Text size="sm" c="dimmed">
        {t('sentHint')}
      </Text>
      <Button variant="default" onClick={onBack}>
        {t('back')}
      </Button>
    </Stack>
  );
}
