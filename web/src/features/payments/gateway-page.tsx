import { PayTRCheckout } from '../../components/billing/paytr-checkout';
import { StripeCheckout } from '../../components/billing/stripe-checkout';
import type { OpenCheckout } from './start-checkout';

/** Where the customer pays: PayTR's form in the page, or the way to Stripe's. */
export function GatewayPage({ checkout, onLeave }: { checkout: OpenCheckout; onLeave: () => void }) {
  return checkout.kind === 'IFRAME' ? (
    <PayTRCheckout session={checkout} onLeave={onLeave} />
  ) : (
    <StripeCheckout url={checkout.url} />
  );
}
