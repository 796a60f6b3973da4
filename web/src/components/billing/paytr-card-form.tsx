import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/browser-state';
import { cardProblems, digitsOf, expiryOf } from '../../lib/entered-card';
import type { CardField, EnteredCard } from '../../lib/entered-card';
import { useFormat } from '../../lib/format';
import classes from './paytr-checkout.module.css';

interface PayTRCardFormProps {
  readonly form: {
    readonly url: string;
    /** Signed by the server: what is paid, by whom, and that the card is kept. */
    readonly fields: Readonly<Record<string, string>>;
    readonly expiresAt: Date;
  };
  /** What is paid; null until its document has come. */
  readonly payment: Pick<Payment, 'amount' | 'currency'> | null;
  readonly onLeave: () => void;
}

const INPUTS: readonly [CardField, Partial<ComponentProps<typeof TextInput>>][] = [
  ['owner', { autoComplete: 'cc-name', maxLength: 50 }],
  ['number', { autoComplete: 'cc-number', inputMode: 'numeric', maxLength: 23 }],
  ['expiry', { autoComplete: 'cc-exp', inputMode: 'numeric', maxLength: 9, placeholder: '12/30' }],
  ['cvv', { autoComplete: 'cc-csc', inputMode: 'numeric', maxLength: 4 }],
];

const NOTHING: EnteredCard = { owner: '', number: '', expiry: '', cvv: '' };

/**
 * A card that is paid with and kept. The browser posts it straight to PayTR, whose frame keeps none: what is typed has no
 * name of a field here, and only the hidden ones are sent. PayTR asks the bank, and leads back to the payment's page.
 */
export function PayTRCardForm({ form, payment, onLeave }: PayTRCardFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [card, setCard] = useState(NOTHING);
  const [isChecked, setIsChecked] = useState(false);
  const [isSent, setIsSent] = useState(false);
  const problems = cardProblems(card, useNow(60_000));
  const expiry = expiryOf(card.expiry);
  const posted = {
    ...form.fields,
    cc_owner: card.owner.trim(),
    card_number: digitsOf(card.number),
    expiry_month: expiry?.month ?? '',
    expiry_year: expiry?.year ?? '',
    cvv: card.cvv,
  };
  return (
    <form
      noValidate
      method="post"
      action={form.url}
      aria-label={t('checkout.card.title')}
      className={classes.checkout}
      onSubmit={(event) => {
        setIsChecked(true);
        const [first] = problems.keys();
        if (first === undefined && !isSent) {
          setIsSent(true);
          return;
        }
        event.preventDefault();
        event.currentTarget.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
      }}
    >
      <div className={classes.notes}>
        <Text size="sm">{t('checkout.card.note')}</Text>
        <Text size="sm" c="dimmed">
          {t('checkout.frameUntil', { time: format.clock(form.expiresAt) })}
        </Text>
      </div>
      {INPUTS.map(([field, attributes]) => {
        const problem = isChecked ? problems.get(field) : undefined;
        return (
          <TextInput
            key={field}
            data-field={field}
            w="100%"
            maw="22rem"
            {...attributes}
            required
            withAsterisk={false}
            label={t(`checkout.card.${field}`)}
            value={card[field]}
            disabled={isSent}
            error={problem === undefined ? null : t(`checkout.card.problems.${problem}`)}
            onChange={(event) => {
              setCard({ ...card, [field]: event.currentTarget.value });
            }}
          />
        );
      })}
      {Object.entries(posted).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Group gap="sm">
        <Button type="submit" loading={isSent}>
          {payment === null
            ? t('checkout.card.pay')
            : t('checkout.card.paySum', { amount: format.money(payment.amount, payment.currency) })}
        </Button>
        <Button
          variant="default"
          disabled={isSent}
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={onLeave}
        >
          {t('checkout.leaveFrame')}
        </Button>
      </Group>
    </form>
  );
}
