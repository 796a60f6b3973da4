import { add, ZERO } from '@hyble/billing-functions/src/core/money';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Button, Checkbox, Group, Skeleton, Switch, Text, Title } from '@mantine/core';
import { use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaymentGatewaySwitch } from '../../components/billing/payment-gateway-switch';
import { WalletSplit } from '../../components/billing/wallet-split';
import { ActionProblem } from '../../components/problem';
import { onDemand } from '../../lib/on-demand';
import { useNow } from '../../lib/browser-state';
import { expiryOf } from '../../lib/card-expiry';
import { DeploymentContext } from '../../lib/deployment';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { checkoutOf, payWaysFor } from '../../lib/pay-ways';
import type { PayWay } from '../../lib/pay-ways';
import { LastAttempt } from './last-attempt';
import { PayAmount } from './pay-amount';
import { readAmount, splitAmount } from './pay-amounts';
import type { PayAmounts } from './pay-amounts';
import classes from './pay-panel.module.css';
import type { Payer } from './pay-panel';
import type { PayWish } from './start-checkout';
import type { Checkout } from './use-checkout';
import { inOrder } from './use-payment-methods';

// Most customers have no card here, and most payments are made at once.
const SavedMethods = onDemand(
  async () => ({ default: (await import('../../components/billing/saved-methods')).SavedMethods }),
  { meanwhile: <Skeleton height={72} /> },
);
const Installments = onDemand(async () => ({ default: (await import('./installments')).Installments }));

interface PayFormProps {
  readonly invoices: readonly Stored<Invoice>[];
  readonly latest: Stored<Payment> | null;
  /** An open attempt of another member of the organization. */
  readonly colleague: Stored<Payment> | null;
  readonly payer: Payer;
  readonly checkout: Checkout<PayWish>;
  readonly isOnline: boolean;
}

/** What to pay and how, with one button that names act and sum. */
export function PayForm({ invoices, latest, colleague, payer, checkout, isOnline }: PayFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const { keepsCardsAtPaytr } = use(DeploymentContext);
  const { currency } = invoices[0] ?? { currency: '' };
  const due = add(...invoices.map(({ amountDue }) => amountDue));
  const ways = payWaysFor({ country: payer.country, currency });
  const methods = inOrder(payer.methods).filter(({ gateway }) => ways.includes(gateway));

  const [text, setText] = useState<string | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const [useWallet, setUseWallet] = useState(false);
  const [wishedWay, setWishedWay] = useState<PayWay | null>(null);
  const [wishedMethod, setWishedMethod] = useState<string | null | undefined>(undefined);
  const [saveMethod, setSaveMethod] = useState(false);
  const [installments, setInstallments] = useState<number | null>(null);
  // What the button was pressed for: meanwhile the wallet's part leaves the balance.
  const [pressed, setPressed] = useState<PayAmounts | null>(null);

  const { isPreparing } = checkout;
  const read = text === null ? { amount: due } : readAmount(text, { due, currency, locale: format.locale });
  const balance = payer.wallet?.balance ?? ZERO;
  const current = splitAmount('amount' in read ? read.amount : due, balance, useWallet);
  const split = isPreparing && pressed !== null ? pressed : current;
  const { amount, fromWallet, byCard } = split;

  const usable = methods.filter((method) => expiryOf(method, now) !== 'expired');
  const kept =
    wishedMethod === undefined
      ? (usable.find(({ isDefault }) => isDefault) ?? null)
      : (usable.find(({ id }) => id === wishedMethod) ?? null);
  const way = wishedWay ?? ways[0];
  if (way === undefined) return null;
  const isNew = byCard > 0 && kept === null;
  const canSave = isNew && (way === 'stripe' || (way === 'paytr' && keepsCardsAtPaytr));
  const saves = canSave && saveMethod;
  // A card that PayTR keeps is paid with in one amount.
  const givesInstallments = isNew && way === 'paytr' && currency === 'TRY' && !saves;
  const isTransfer = isNew && way === 'bankTransfer';

  const hint = t(isTransfer ? 'checkout.transferHint' : 'checkout.secure');

  const wish: PayWish = {
    invoiceIds: invoices.map(({ id }) => id),
    // What the button says, even if more is due by the time it is pressed.
    amount,
    useWallet: useWallet && fromWallet > 0,
    saveMethod: saves,
    ...(kept === null ? checkoutOf(way) : { gateway: kept.gateway }),
    ...(byCard > 0 && kept !== null ? { paymentMethodId: kept.id } : {}),
    ...(givesInstallments && installments !== null ? { maxInstallment: installments } : {}),
  };

  return (
    <form
      noValidate
      aria-label={t('checkout.title')}
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if ('problem' in read || isPreparing) return;
        setPressed(current);
        checkout.pay(wish);
      }}
    >
      <Title order={2}>{t('checkout.title')}</Title>
      {checkout.error === null && latest !== null && isRecent(latest, now) && (
        <LastAttempt payment={latest} />
      )}
      <ActionProblem error={checkout.error} />
      {colleague !== null && (
        <Text size="sm">
          {t('checkout.colleague', {
            amount: format.money(colleague.amount, currency),
            time: format.clock(colleague.createdAt),
          })}
        </Text>
      )}
      <PayAmount
        due={due}
        currency={currency}
        text={text}
        onText={(typed) => {
          setText(typed);
          setIsChecked(false);
        }}
        problem={'problem' in read && (isChecked || read.problem === 'tooMuch') ? read.problem : null}
        disabled={isPreparing}
      />
      {(balance > 0 || (isPreparing && fromWallet > 0)) && (
        <Switch
          checked={useWallet}
          disabled={isPreparing}
          label={t('checkout.useWallet', { balance: format.money(balance, currency) })}
          onChange={(event) => {
            setUseWallet(event.currentTarget.checked);
          }}
        />
      )}
      {byCard > 0 && methods.length > 0 && (
        <SavedMethods
          methods={methods}
          chosen={kept?.id ?? null}
          onChoose={setWishedMethod}
          disabled={isPreparing}
        />
      )}
      {isNew && (
        <PaymentGatewaySwitch ways={ways} chosen={way} onChoose={setWishedWay} disabled={isPreparing} />
      )}
      {canSave && (
        <Checkbox
          checked={saveMethod}
          disabled={isPreparing}
          label={t('checkout.saveCard')}
          description={way === 'paytr' ? t('checkout.saveCardOnce') : null}
          onChange={(event) => {
            setSaveMethod(event.currentTarget.checked);
          }}
        />
      )}
      {givesInstallments && (
        <Installments
          invoiceIds={wish.invoiceIds}
          amount={amount}
          useWallet={wish.useWallet}
          chosen={installments}
          onChoose={setInstallments}
          disabled={isPreparing}
        />
      )}
      {useWallet && fromWallet > 0 && !('problem' in read) && (
        <WalletSplit {...split} currency={currency} isTransfer={isTransfer} />
      )}
      <Group gap="sm" className={classes.actions}>
        <Button type="submit" size="md" disabled={!isOnline} loading={isPreparing}>
          {'problem' in read
            ? t('checkout.payNothing')
            : t('checkout.pay', { amount: format.money(amount, currency) })}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" role="status">
        {isPreparing ? preparing(byCard, kept !== null) : byCard > 0 ? hint : null}
      </Text>
    </form>
  );

  function preparing(part: number, isCharge: boolean): string {
    if (part === 0) return t('checkout.settling');
    return isCharge ? t('checkout.charging') : t('checkout.preparing');
  }
}

const DAY_MS = 24 * 60 * 60_000;

/** Older news is in the history of payments, and no reason to be told again beside the button. */
function isRecent({ failedAt }: Payment, now: Date): boolean {
  return failedAt === null || now.getTime() - failedAt.getTime() < DAY_MS;
}
