import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface EmailFieldProps {
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly description?: string;
  /** What is wrong with it, in words; null for nothing. */
  readonly error: string | null;
}

/** The address that somebody signs in with; browsers know it as the user's name. */
export function EmailField({ email, onEmail, description, error }: EmailFieldProps) {
  const { t } = useTranslation('signIn');
  return (
    <TextInput
      type="email"
      name="email"
      autoComplete="username"
      label={t('email')}
      description={description}
      value={email}
      error={error}
      onChange={(event) => {
        onEmail(event.currentTarget.value);
      }}
    />
  );
}
