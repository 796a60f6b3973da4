import { gatewaysFor } from '@hyble/billing-functions/src/payments/rules/choose-gateway';
import type { GatewayName, Payment } from '@hyble/billing-functions/src/schema/payment';
import { topUpLimits } from '@hyble/billing-functions/src/wallets/rules/top-up-limits';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconLoader } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaymentGatewaySwitch } from '../../components/billing/payment-gateway-switch';
import { ChoiceChips } from '../../components/choice-chips';
import { MoneyInput } from '../../components/money-input';
import { Notice } from '../../components/notice';
import { ActionProblem } from '../../components/problem';
import { useIsOnline } from '../../lib/browser-state';
import { useFormat } from '../../lib/format';
import { moneyFieldText } from '../../lib/number-input';
import { GatewayPage } from './gateway-page';
import { LastAttempt } from './last-attempt';
import classes from './pay-panel.module.css';
import { startTopUp } from './start-checkout';
import { readTopUp } from './top-up-amount';
import { useCheckout } from './use-checkout';
import { usePayment } from './use-payment';

interface TopUpFormProps {
  readonly currency: string;
  /** Of the customer, which decides the gateway that is offered first. */
  readonly country: string;
}

/** Multiples of the least that can be added. */
const PRESETS = [4, 10, 20, 50];

/** Adds money to a wallet: a usual sum or any other, and the gateway that takes it. */
export function TopUpForm({ currency, country }: TopUpFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOnline = useIsOnline();
  const checkout = useCheckout(startTopUp);
  const [text, setText] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [wish, setWish] = useState<GatewayName | null>(null);
  const live = usePayment(checkout.open?.paymentId ?? null);
  const payment = live.status === 'ready' ? live.data : null;

  const { open, isPreparing } = checkout;
  if (open !== null && (payment === null || payment.status === 'PENDING')) {
    return <GatewayPage checkout={open} payment={payment} onLeave={checkout.leave} />;
  }

  const limits = topUpLimits(currency);
  const gateways = gatewaysFor({ country, currency });
  const gateway = wish ?? gateways[0];
  const read = readTopUp(text, { currency, locale: format.locale, limits });
  const money = (amount: number) => format.money(amount, currency);
  const bounds = { least: money(limits.least), most: money(limits.most) };
  const problem = 'problem' in read && (isChecked || read.problem === 'tooMuch') ? read.problem : null;
  return (
    <form
      noValidate
      aria-label={t('wallet.topUp')}
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if ('problem' in read || gateway === undefined || isPreparing) return;
        checkout.pay({ currency, amount: read.amount, gateway });
      }}
    >
      <Title order={2}>{t('wallet.topUp')}</Title>
      <EndedTopUp payment={payment} />
      <ActionProblem error={checkout.error} />
      <ChoiceChips
        legend={t('wallet.presets')}
        choices={PRESETS.map((times) => ({
          value: String(times * limits.least),
          label: money(times * limits.least),
        }))}
        chosen={'amount' in read ? String(read.amount) : null}
        onChoose={(amount) => {
          setText(moneyFieldText(Number(amount), currency, format.locale));
        }}
        disabled={isPreparing}
      />
      <MoneyInput
        label={t('wallet.amountIn', { currency })}
        description={t('wallet.bounds', bounds)}
        currency={currency}
        text={text}
        onText={(typed) => {
          setText(typed);
          setIsChecked(false);
        }}
        error={problem === null ? null : t(`wallet.amountProblems.${problem}`, bounds)}
        readOnly={isPreparing}
      />
      {gateway !== undefined && (
        <PaymentGatewaySwitch ways={gateways} chosen={gateway} onChoose={setWish} disabled={isPreparing} />
      )}
      <Group gap="sm" className={classes.actions}>
        <Button type="submit" size="md" disabled={!isOnline} loading={isPreparing}>
          {'amount' in read ? t('wallet.add', { amount: money(read.amount) }) : t('wallet.topUp')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" role="status">
        {isPreparing ? t('checkout.preparing') : t('checkout.secure')}
      </Text>
    </form>
  );
}

/** What became of the top-up that was begun in this window. */
function EndedTopUp({ payment }: { payment: Payment | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (payment?.status === 'SUCCEEDED') {
    const amount = format.money(payment.creditedToWallet, payment.currency);
    return (
      <Notice
        meaning="good"
        role="status"
        icon={IconCircleCheck}
        title={t('payments.toppedUp', { amount })}
      />
    );
  }
  if (payment?.status === 'PROCESSING') {
    return (
      <Notice meaning="moving" role="status" icon={IconLoader} title={t('checkout.processing')}>
        {t('wallet.topUpProcessing')}
      </Notice>
    );
  }
  return <LastAttempt payment={payment} />;
}
