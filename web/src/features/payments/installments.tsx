import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import type { InstallmentsRequest } from '@hyble/billing-functions/src/schema/installments';
import { Button, Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InstallmentSelector } from '../../components/billing/installment-selector';
import { ActionProblem } from '../../components/problem';
import classes from './pay-form.module.css';
import { useInstallmentOffer } from './use-installment-offer';

interface InstallmentsProps {
  readonly invoiceIds: string[];
  /** What is paid now, wallet and card together. */
  readonly amount: MinorUnits;
  readonly useWallet: boolean;
  /** Null while the customer leaves it to PayTR's form. */
  readonly chosen: number | null;
  readonly onChoose: (count: number) => void;
  readonly disabled: boolean;
}

/** PayTR tells a card's bank by its first six or eight digits. */
const BIN = /^(\d{6}|\d{8})$/;

const TYPING_MS = 300;

/** What installments cost, asked for when the customer wants to know; the card's first digits narrow it down. */
export function Installments(props: InstallmentsProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(props.chosen !== null);
  if (!isOpen) {
    return (
      <div>
        <Button
          variant="default"
          size="xs"
          disabled={props.disabled}
          onClick={() => {
            setIsOpen(true);
          }}
        >
          {t('installments.show')}
        </Button>
      </div>
    );
  }
  return <Offer {...props} />;
}

function Offer({ invoiceIds, amount, useWallet, chosen, onChoose, disabled }: InstallmentsProps) {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  // Nobody is asked about half a number.
  const [wanted] = useDebouncedValue(digits, TYPING_MS);
  const [wantedAmount] = useDebouncedValue(amount, TYPING_MS);
  const bin = BIN.test(wanted) ? wanted : null;
  const key = invoiceIds.join('/');
  const request = useMemo<InstallmentsRequest>(
    () => ({ invoiceIds: key.split('/'), amount: wantedAmount, useWallet, ...(bin === null ? {} : { bin }) }),
    [key, wantedAmount, useWallet, bin],
  );
  const offer = useInstallmentOffer(request, () => {
    // What the table shows as chosen counts, a single payment to begin with.
    if (chosen === null) onChoose(1);
  });
  return (
    <section className={classes.installments} aria-label={t('installments.title')}>
      <Text size="sm" fw={500}>
        {t('installments.title')}
      </Text>
      <TextInput
        className={classes.bin}
        label={t('installments.bin')}
        description={t('installments.binHint')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={digits}
        disabled={disabled}
        onChange={(event) => {
          setDigits(event.currentTarget.value.replace(/\D/g, ''));
          onChoose(1);
        }}
      />
      {offer.status === 'loading' && <Skeleton height={160} />}
      {offer.status === 'failed' && <ActionProblem error={offer.error} />}
      {offer.status === 'ready' && (
        <InstallmentSelector
          offer={offer.offer}
          chosen={chosen ?? 1}
          onChoose={onChoose}
          disabled={disabled}
        />
      )}
      <Text size="xs" c="dimmed">
        {t('installments.inFrame')}
      </Text>
    </section>
  );
}
