import type { CheckAnswer } from '@hyble/billing-functions/src/schema/payment';
import { Button, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '../../components/problem';
import { useAction } from '../../lib/use-action';
import { checkPayment } from './manage-payment';

interface AskGatewayButtonProps {
  readonly paymentId: string;
  /** In a row of a list. */
  readonly isSmall?: boolean;
}

/** Asks the gateway about a payment now, and says what came of it. */
export function AskGatewayButton({ paymentId, isSmall = false }: AskGatewayButtonProps) {
  const { t } = useTranslation('console');
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  const ask = useAction(async () => {
    setAnswer(null);
    setAnswer(await checkPayment(paymentId));
  });
  return (
    <Stack gap={4} align="flex-start">
      <Button
        variant="default"
        size={isSmall ? 'xs' : 'sm'}
        loading={ask.isRunning}
        leftSection={<IconRefresh size={16} aria-hidden />}
        {...(isSmall ? { 'aria-label': t('payment.askOf', { id: paymentId }) } : {})}
        onClick={() => {
          void ask.run();
        }}
      >
        {t('payment.ask')}
      </Button>
      <Text size="xs" role="status">
        {answer !== null && <Answer answer={answer} />}
      </Text>
      <ActionProblem error={ask.error} />
    </Stack>
  );
}

function Answer({ answer: { before, after } }: { answer: CheckAnswer }) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  return t(before === after ? 'payment.asked.same' : 'payment.asked.changed', {
    before: common(`paymentStatuses.${before}`),
    after: common(`paymentStatuses.${after}`),
  });
}
