import { Container } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../components/problem';
import { Providers } from './providers';

/** Shown when the project's configuration cannot be read: the browser is offline, or Hosting is not set up. */
export function StartFailure() {
  const { t } = useTranslation();
  return (
    <Providers>
      <Container size="xs" py="xl">
        <Problem
          title={t('errors.OFFLINE')}
          retry={() => {
            window.location.reload();
          }}
        />
      </Container>
    </Providers>
  );
}
