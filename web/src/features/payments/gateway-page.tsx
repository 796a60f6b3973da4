import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Skeleton } from '@mantine/core';
import { PayTRCheckout } from '../../components/billing/paytr-checkout';
import { StripeCheckout } from '../../components/billing/stripe-checkout';
import type { OpenCheckout } from './start-checkout';
import { onDemand } from '../../lib/on-demand';

// Few keep a card at PayTR, and only where the deployment does.
const PayTRCardForm = onDemand(
  async () => ({ default: (await import('../../components/billing/paytr-card-form')).PayTRCardForm }),
  { meanwhile: <Skeleton height={320} /> },
);

interface GatewayPageProps {
  readonly checkout: OpenCheckout;
  /** What is paid there; null until its document has come. */
  readonly payment: Pick<Payment, 'amount' | 'currency'> | null;
  readonly onLeave: () => void;
}

/** Where the customer pays: PayTR's form in the page, ours for a card that is kept, or the way to Stripe's. */
export function GatewayPage({ checkout, payment, onLeave }: GatewayPageProps) {
  switch (checkout.kind) {
    case 'IFRAME':
      return <PayTRCheckout session={checkout} onLeave={onLeave} />;
    case 'REDIRECT':
      return <StripeCheckout url={checkout.url} />;
    case 'CARD_FORM':
      return <PayTRCardForm form={checkout} payment={payment} onLeave={onLeave} />;
  }
}
