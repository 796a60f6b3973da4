import { gatewaysFor } from '@hyble/billing-functions/src/payments/rules/choose-gateway';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { GatewayName, Payment } from '@hyble/billing-functions/src/schema/payment';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconLoader } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaymentGatewaySwitch } from '../../components/billing/payment-gateway-switch';
import { PayTRCheckout } from '../../components/billing/paytr-checkout';
import { StripeCheckout } from '../../components/billing/stripe-checkout';
import { Notice } from '../../components/notice';
import { ActionProblem, Problem } from '../../components/problem';
import { useIsOnline, useNow } from '../../lib/browser-state';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { OpenAttempt } from './open-attempt';
import classes from './pay-panel.module.css';
import { payState } from './pay-state';
import { useCheckout } from './use-checkout';

interface PayPanelProps {
  readonly invoice: Stored<Invoice>;
  readonly payments: readonly Stored<Payment>[];
  /** Of the customer, which decides the gateway that is offered first. */
  readonly country: string;
}

/** Everything between "this is due" and "this is paid": choice of gateway, its form, and what came of it. */
export function PayPanel({ invoice, payments, country }: PayPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const isOnline = useIsOnline();
  const checkout = useCheckout(invoice.id);
  const { currency } = invoice;
  const gateways = gatewaysFor({ country, currency });
  const [wish, setWish] = useState<GatewayName | null>(null);
  const gateway = wish ?? gateways[0];

  const state = payState(invoice, payments, now);
  if (state.kind === 'settled' || gateway === undefined) return null;

  if (state.kind === 'processing') {
    return (
      <Notice meaning="moving" role="status" icon={IconLoader} title={t('checkout.processing')}>
        {t('checkout.processingDetail')}
      </Notice>
    );
  }

  const { open } = checkout;
  const attempted = payments.find(({ id }) => id === open?.paymentId);
  // The form closes when its payment has come to an end, whatever the form itself shows.
  if (open !== null && (attempted === undefined || attempted.status === 'PENDING')) {
    return open.kind === 'IFRAME' ? (
      <PayTRCheckout session={open} onLeave={checkout.leave} />
    ) : (
      <StripeCheckout url={open.url} />
    );
  }

  const [latest] = payments;
  const declined = latest?.status === 'FAILED' ? latest.failureReason : null;
  return (
    <section aria-label={t('checkout.title')} className={classes.panel}>
      <Title order={2}>{t('checkout.title')}</Title>
      {declined !== null && checkout.error === null && (
        <Problem title={t('checkout.declined')}>{t(`paymentFailures.${declined}`, { currency })}</Problem>
      )}
      <ActionProblem error={checkout.error} />
      {state.kind === 'open' && (
        <OpenAttempt
          payment={state.payment}
          disabled={!isOnline || checkout.isPreparing}
          onContinue={() => {
            checkout.resume({ ...state.checkout, paymentId: state.payment.id });
          }}
        />
      )}
      <PaymentGatewaySwitch
        gateways={gateways}
        chosen={gateway}
        onChoose={setWish}
        disabled={checkout.isPreparing}
      />
      <Group gap="sm" className={classes.actions}>
        <Button
          size="md"
          variant={state.kind === 'open' ? 'default' : 'filled'}
          disabled={!isOnline}
          loading={checkout.isPreparing}
          onClick={() => {
            checkout.pay(gateway);
          }}
        >
          {state.kind === 'open'
            ? t('checkout.startOver')
            : t('checkout.pay', { amount: format.money(invoice.amountDue, currency) })}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" role="status">
        {checkout.isPreparing ? t('checkout.preparing') : t('checkout.secure')}
      </Text>
    </section>
  );
}
