import { Button, Group, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../lib/error-sentence';
import type { LiveProblem } from '../lib/live';
import { Notice } from './notice';

interface ProblemProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** What to tell support, to be copied. */
  readonly code?: string;
  readonly retry?: () => void;
}

/** What failed, said where it happened. */
export function Problem({ title, children, code, retry }: ProblemProps) {
  const { t } = useTranslation();
  return (
    <Notice meaning="bad" role="alert" icon={IconAlertCircle} title={title}>
      {children}
      {(code !== undefined || retry !== undefined) && (
        <Group gap="md" mt={children === undefined ? 0 : 'xs'}>
          {retry !== undefined && (
            <Button size="xs" variant="default" onClick={retry}>
              {t('retry')}
            </Button>
          )}
          {code !== undefined && (
            <Text size="xs" c="dimmed">
              {t('reference', { code })}
            </Text>
          )}
        </Group>
      )}
    </Notice>
  );
}

/** A call that was refused; nothing while there is no error. */
export function ActionProblem({ error }: { error: unknown }) {
  const words = useErrorWords(error);
  return words === null ? null : <Problem title={words.sentence} code={words.code} />;
}

/** A listener that ended. */
export function LiveProblemView({ problem, retry }: { problem: LiveProblem; retry: () => void }) {
  const { t } = useTranslation();
  return <Problem title={t(`liveProblems.${problem}`)} code={problem} retry={retry} />;
}
