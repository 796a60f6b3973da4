import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import type { Wallet } from '@hyble/billing-functions/src/schema/wallet';
import { IconLoader } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice';
import { useIsOnline, useNow } from '../../lib/browser-state';
import type { Stored } from '../../lib/documents';
import { GatewayPage } from './gateway-page';
import { OpenAttempt } from './open-attempt';
import { PayForm } from './pay-form';
import { payState } from './pay-state';
import { pageOf, startCheckout } from './start-checkout';
import type { ClosedCheckout } from './start-checkout';
import { useCheckout } from './use-checkout';

export interface Payer {
  readonly uid: string;
  /** Decides the gateway that is offered first. */
  readonly country: string;
  /** Their own, in the invoices' currency; null when they have none. */
  readonly wallet: Pick<Wallet, 'balance'> | null;
  readonly methods: readonly Stored<PaymentMethod>[];
}

interface PayPanelProps {
  /** Of one currency and one account. */
  readonly invoices: readonly Stored<Invoice>[];
  /** Of these invoices, newest first. */
  readonly payments: readonly Stored<Payment>[];
  readonly payer: Payer;
  /** Hears of a payment that needed no page and is not refused. */
  readonly onPaid: (paymentId: string) => void;
}

/** Everything between "this is due" and "this is paid": what to pay and how, the gateway's form, what came of it. */
export function PayPanel({ invoices, payments, payer, onPaid }: PayPanelProps) {
  const { t } = useTranslation();
  const now = useNow();
  const isOnline = useIsOnline();
  const checkout = useCheckout(startCheckout, ({ paymentId, status }: ClosedCheckout) => {
    // A refusal is told here, beside the button that tries again.
    if (status !== 'FAILED') onPaid(paymentId);
  });
  // A part that the wallet pays is told with the payment that it belongs to.
  const attempts = payments.filter(({ partOf }) => partOf === null);
  const state = payState(invoices, attempts, { uid: payer.uid, now });
  if (state.kind === 'settled') return null;

  const { open, isPreparing } = checkout;
  if (state.kind === 'processing' && !isPreparing) {
    return (
      <Notice meaning="moving" role="status" icon={IconLoader} title={t('checkout.processing')}>
        {t('checkout.processingDetail')}
      </Notice>
    );
  }
  const attempted = attempts.find(({ id }) => id === open?.paymentId);
  // The form closes when its payment has come to an end, whatever the form itself shows.
  if (open !== null && (attempted === undefined || attempted.status === 'PENDING')) {
    return <GatewayPage checkout={open} payment={attempted ?? null} onLeave={checkout.leave} />;
  }
  // While an attempt is being begun, its own document is no news.
  if (state.kind === 'open' && !isPreparing) {
    const { payment } = state;
    const page = pageOf(payment.id, state.checkout);
    const goOn =
      page === null
        ? checkout.retry
        : () => {
            checkout.resume(page);
          };
    return <OpenAttempt payment={payment} disabled={!isOnline} onContinue={goOn} />;
  }
  return (
    <PayForm
      invoices={invoices}
      latest={attempts[0] ?? null}
      colleague={state.kind === 'ready' ? state.colleague : null}
      payer={payer}
      checkout={checkout}
      isOnline={isOnline}
    />
  );
}
