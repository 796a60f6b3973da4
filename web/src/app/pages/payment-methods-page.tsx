import { Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Delayed } from '../../components/delayed';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { AddMethod } from '../../features/payments/add-method';
import { MethodList } from '../../features/payments/method-list';
import { inOrder, usePaymentMethods } from '../../features/payments/use-payment-methods';
import { useVisitor } from '../../lib/session';
import classes from './invoice-page.module.css';

/**
 * The cards that gateways keep for the customer; a new one appears as the gateway reports it. The button below them
 * waits for them, so that it does not move away from under a finger.
 */
export default function PaymentMethodsPage() {
  const { t } = useTranslation();
  const { uid } = useVisitor();
  const methods = usePaymentMethods(uid);
  return (
    <Stack gap="lg" className={classes.page}>
      <PageTitle text={t('methods.title')} />
      <Text size="sm" c="dimmed">
        {t('methods.lead')}
      </Text>
      {methods.status === 'loading' && (
        <Delayed>
          <Skeleton height={140} />
        </Delayed>
      )}
      {methods.status === 'failed' && <LiveProblemView {...methods} />}
      {methods.status === 'ready' &&
        (methods.data.length === 0 ? (
          <Empty text={t('methods.empty')} />
        ) : (
          <MethodList methods={inOrder(methods.data)} />
        ))}
      {methods.status !== 'loading' && <AddMethod />}
    </Stack>
  );
}
