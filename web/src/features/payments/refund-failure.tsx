import { Text } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

interface RefundFailureProps {
  /** The gateway's own code and text. */
  readonly failure: { readonly code: string; readonly message: string };
}

/** Why a gateway declined a refund: in our words where its code is known, and in its own for who must ask it. */
export function RefundFailure({ failure: { code, message } }: RefundFailureProps) {
  const { t } = useTranslation('console');
  const isKnown = i18next.exists(`refund.failures.${code}`, { ns: 'console' });
  return (
    <>
      <Text size="sm">
        {isKnown ? t(`refund.failures.${code}` as 'refund.failures.NOT_MADE') : t('refund.failed')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('refund.rawReason', { reason: [code, message].filter((part) => part !== '').join(': ') })}
      </Text>
    </>
  );
}
