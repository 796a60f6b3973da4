import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../components/problem';
import { useAction } from '../../lib/use-action';
import { signIn, signInProblem } from './sign-in';

export function SignInForm() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const { run, isRunning, error } = useAction(signIn);

  const emailProblem = isChecked && email.trim() === '' ? t('signIn.emailMissing') : null;
  const passwordProblem = isChecked && password === '' ? t('signIn.passwordMissing') : null;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (email.trim() !== '' && password !== '') void run(email, password);
      }}
    >
      <Stack gap="md">
        {error !== null && <Problem title={t(`signIn.${signInProblem(error)}`)} />}
        <TextInput
          type="email"
          name="email"
          autoComplete="username"
          label={t('signIn.email')}
          value={email}
          error={emailProblem}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
          }}
        />
        <PasswordInput
          name="password"
          autoComplete="current-password"
          label={t('signIn.password')}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          value={password}
          error={passwordProblem}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
        />
        <Button type="submit" size="md" loading={isRunning}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
