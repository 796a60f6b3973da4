import type { Decision } from '../../core/decision';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { BillingError } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { GatewayName, Payment } from '../../schema/payment';

/**
 * Whether a customer may give an attempt up: their own, through a gateway, and not over yet. Only the wish is written
 * down; what becomes of the payment is for the gateway to say. The charge of a kept card has no page to close: its
 * answer may be late, but the money is already asked for.
 * @throws BillingError PAYMENT_MISSING also for somebody else's, PAYMENT_NOT_OPEN, PAYMENT_PROCESSING
 */
export function abandonment(
  { payment }: { readonly payment: Payment | null },
  { paymentId, actor }: { readonly paymentId: string; readonly actor: Actor },
): Decision<Payment & { gateway: GatewayName }> {
  if (payment?.userId !== actor.uid) throw new BillingError('PAYMENT_MISSING', { paymentId });
  const { gateway, status } = payment;
  if ((gateway !== 'stripe' && gateway !== 'paytr') || status !== 'PENDING') {
    throw new BillingError('PAYMENT_NOT_OPEN', { paymentId });
  }
  if (payment.paymentMethodId !== null) throw new BillingError('PAYMENT_PROCESSING', { paymentId });
  return {
    writes: [auditWrite(actor, 'payment.abandon', paths.payment(paymentId))],
    result: { ...payment, gateway },
  };
}
