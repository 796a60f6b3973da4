import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { ChargeAnswer, Payment, PaymentFailure } from '@hyble/billing-functions/src/schema/payment';
import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import { Anchor, Text } from '@mantine/core';
import { IconCircleCheck, IconClock, IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { SavedMethods } from '../../components/billing/saved-methods';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/notice';
import { ActionProblem, Problem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { methodName } from '../../lib/method-name';
import { paths } from '../../lib/paths';
import { useFormAction } from '../../lib/use-form-action';
import { chargeMethod } from './manage-payment';
import { usePayment } from './use-payment';

interface ChargeDialogProps {
  readonly invoice: Stored<Invoice>;
  /** Those that can be charged now, the customer's default card first. */
  readonly methods: readonly Stored<PaymentMethod>[];
  readonly first: Stored<PaymentMethod>;
  readonly onClose: () => void;
}

/** What came of a charge. */
interface Outcome {
  readonly paymentId: string;
  readonly status: 'SUCCEEDED' | 'PROCESSING' | 'PENDING' | 'FAILED';
}

/** Charges a saved card for all that is due on an invoice, its owner being away; card and sum are confirmed first. */
export function ChargeDialog({ invoice, methods, first, onClose }: ChargeDialogProps) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const { currency, invoiceNumber } = invoice;
  // What was due when the dialog opened: its own money must not change what it says.
  const [due] = useState(invoice.amountDue);
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [methodId, setMethodId] = useState(first.id);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const method = methods.find(({ id }) => id === methodId) ?? first;
  const amount = format.money(due, currency);

  const charge = useFormAction(async () => {
    setOutcome(null);
    const request = { requestId, invoiceIds: [invoice.id], amount: due, paymentMethodId: method.id };
    const result = outcomeOf(await chargeMethod(request));
    // A refused charge is over; another try is another payment.
    if (result.status === 'FAILED') setRequestId(crypto.randomUUID());
    setOutcome(result);
  });
  const live = usePayment(outcome?.paymentId ?? null);
  const payment = live.status === 'ready' ? live.data : null;
  const isOver = outcome !== null && outcome.status !== 'FAILED';
  // The same card would be refused again, and its owner be written to again.
  const isPointless =
    payment?.failureReason === 'AUTHENTICATION_REQUIRED' && payment.paymentMethodId === method.id;
  return (
    <FormDialog
      title={t('charge.title')}
      form={charge}
      isRight
      submit={isOver || isPointless ? null : t('charge.submit', { amount })}
      onClose={onClose}
    >
      <Text size="sm">
        {t('charge.lead', { amount, card: methodName(method), number: invoiceNumber ?? '' })}
      </Text>
      {!isOver && (
        <>
          <SavedMethods
            methods={methods}
            chosen={method.id}
            isNewOffered={false}
            disabled={charge.isLocked}
            onChoose={(id) => {
              if (id !== null) setMethodId(id);
            }}
          />
          <Text size="xs" c="dimmed">
            {t('charge.away')}
          </Text>
        </>
      )}
      {outcome !== null && <OutcomeView outcome={outcome} payment={payment} amount={amount} />}
      <ActionProblem error={charge.error} />
    </FormDialog>
  );
}

function outcomeOf(answer: ChargeAnswer): Outcome {
  const { paymentId } = answer;
  return { paymentId, status: answer.kind === 'SETTLED' ? 'SUCCEEDED' : answer.status };
}

interface OutcomeViewProps {
  readonly outcome: Outcome;
  /** It says why a charge was refused; null until it is read. */
  readonly payment: Payment | null;
  readonly amount: string;
}

function OutcomeView({ outcome: { paymentId, status }, payment, amount }: OutcomeViewProps) {
  const { t } = useTranslation('console');
  // What was not known yet may have been told since.
  const current = status === 'PENDING' || status === 'PROCESSING' ? (payment?.status ?? status) : status;
  switch (current) {
    case 'SUCCEEDED':
    case 'REFUNDED':
      return (
        <Notice meaning="good" role="status" icon={IconCircleCheck} title={t('charge.done', { amount })}>
          <ToPayment paymentId={paymentId} />
        </Notice>
      );
    case 'PROCESSING':
    case 'PENDING':
      return (
        <Notice meaning="moving" role="status" icon={IconClock} title={t(`charge.${current}`)}>
          <ToPayment paymentId={paymentId} />
        </Notice>
      );
    case 'FAILED':
      return (
        <Refusal
          paymentId={paymentId}
          reason={payment?.failureReason ?? null}
          currency={payment?.currency ?? ''}
        />
      );
  }
}

interface RefusalProps {
  readonly paymentId: string;
  /** Null until the payment is read. */
  readonly reason: PaymentFailure | null;
  readonly currency: string;
}

function Refusal({ paymentId, reason, currency }: RefusalProps) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  if (reason === 'AUTHENTICATION_REQUIRED') {
    return (
      <Notice meaning="warn" role="alert" icon={IconMailForward} title={t('charge.needsCustomer')}>
        <Text size="sm">{t('charge.needsCustomerDetail')}</Text>
        <ToPayment paymentId={paymentId} />
      </Notice>
    );
  }
  return (
    <Problem title={t('charge.failed')}>
      {reason !== null && (
        <Text size="sm">
          {t('payment.reasonForCustomer', { reason: common(`paymentFailures.${reason}`, { currency }) })}
        </Text>
      )}
      <ToPayment paymentId={paymentId} />
    </Problem>
  );
}

function ToPayment({ paymentId }: { paymentId: string }) {
  const { t } = useTranslation('console');
  return (
    <Anchor component={Link} href={paths.consolePayment(paymentId)} size="sm">
      {t('charge.toPayment')}
    </Anchor>
  );
}
