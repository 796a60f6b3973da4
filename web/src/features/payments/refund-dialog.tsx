import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { RefundDestination, RefundStatus } from '@hyble/billing-functions/src/schema/refund';
import { refundable } from '@hyble/billing-functions/src/payments/rules/refundable';
import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceChips } from '../../components/choice-chips';
import { FormDialog } from '../../components/form-dialog';
import { MoneyInput } from '../../components/money-input';
import { ActionProblem, Problem } from '../../components/problem';
import { CallError } from '../../lib/callable';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { moneyFieldText } from '../../lib/number-input';
import { isUndecided } from '../../lib/undecided';
import { useFormAction } from '../../lib/use-form-action';
import { refundPayment } from './manage-payment';
import { openDestinations, readRefund } from './read-refund';
import { RefundFailure } from './refund-failure';

interface RefundDialogProps {
  readonly payment: Stored<Payment>;
  readonly onDone: (status: RefundStatus) => void;
  readonly onClose: () => void;
}

const LONGEST_REASON = 500;

/** Gives money of a payment back. One request id for each dialog: however often it is sent, money goes back once. */
export function RefundDialog({ payment, onDone, onClose }: RefundDialogProps) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const format = useFormat();
  const { currency, gateway } = payment;
  // What was possible when the dialog opened: its own refund, once ordered, closes every way.
  const [before] = useState(payment);
  const destinations = openDestinations(before);
  const [destination, setDestination] = useState<RefundDestination | undefined>(destinations[0]);
  const most = destination === undefined ? 0 : refundable(before, destination);
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [text, setText] = useState(() => moneyFieldText(most, currency, format.locale));
  const [reason, setReason] = useState('');
  const read = readRefund(text, { currency, locale: format.locale, most });

  const refund = useFormAction(async () => {
    if (!('amount' in read) || destination === undefined) return;
    try {
      const request = { requestId, paymentId: payment.id, amount: read.amount, destination };
      const { status } = await refundPayment({ ...request, reason: reason.trim() });
      onDone(status);
    } catch (error) {
      // A declined refund is over; another try is another refund.
      if (error instanceof CallError && error.code === 'REFUND_DECLINED') setRequestId(crypto.randomUUID());
      throw error;
    }
  });
  const { isChecked, isLocked } = refund;

  const money = (amount: number) => format.money(amount, currency);
  const isReasonMissing = reason.trim() === '';
  const amountProblem =
    isChecked && 'problem' in read
      ? t(`refund.problems.${read.problem}`, {
          amount: money(most),
          currency,
          example: moneyFieldText(read.problem === 'tooFine' ? 1 : 10_000, currency, format.locale),
        })
      : null;
  return (
    <FormDialog
      title={t('refund.title')}
      form={refund}
      isRight={'amount' in read && !isReasonMissing}
      submit={'amount' in read ? t('refund.submit', { amount: money(read.amount) }) : t('refund.submitNone')}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('refund.of', { amount: money(payment.amount), gateway: common(`gateways.${gateway}`) })}
      </Text>
      <ChoiceChips
        legend={t('refund.destination')}
        chosen={destination ?? null}
        disabled={isLocked}
        choices={destinations.map((value) => ({
          value,
          label: t(`refund.destinations.${value}`, { gateway: common(`gateways.${gateway}`) }),
        }))}
        onChoose={(value) => {
          const chosen = destinations.find((known) => known === value);
          if (chosen === undefined) return;
          // All of it stays all of it where the new way allows more or less.
          if ('amount' in read && read.amount === most) {
            setText(moneyFieldText(refundable(before, chosen), currency, format.locale));
          }
          setDestination(chosen);
        }}
      />
      {destination === 'BANK' && (
        <Text size="xs" c="dimmed">
          {t('refund.bankHint')}
        </Text>
      )}
      <MoneyInput
        label={t('refund.amount', { currency })}
        description={t('refund.most', { amount: money(most) })}
        currency={currency}
        text={text}
        onText={setText}
        error={amountProblem}
        readOnly={isLocked}
      />
      <Textarea
        label={t('refund.reason')}
        description={t('refund.reasonHint')}
        error={isChecked && isReasonMissing ? t('refund.problems.reason') : null}
        value={reason}
        maxLength={LONGEST_REASON}
        rows={3}
        required
        readOnly={isLocked}
        data-autofocus
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <RefundProblem error={refund.error} />
    </FormDialog>
  );
}

function RefundProblem({ error }: { error: unknown }) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  if (error instanceof CallError && error.code === 'REFUND_DECLINED') {
    const { code = '', message = '' } = error.facts;
    return (
      <Problem title={common('errors.REFUND_DECLINED')}>
        <RefundFailure failure={{ code: String(code), message: String(message) }} />
      </Problem>
    );
  }
  return (
    <>
      <ActionProblem error={error} />
      {isUndecided(error) && <Text size="sm">{t('refund.unknown')}</Text>}
    </>
  );
}
