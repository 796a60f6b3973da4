import type { Decision } from '../../core/decision';
import type { Actor } from '../../finance/rules/audit';
import { auditWrite } from '../../finance/rules/audit';
import { BillingError, must } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { GatewayName } from '../../schema/payment';
import type { PaymentMethod } from '../../schema/payment-method';
import type { Subscription } from '../../schema/subscription';
import type { GatewayIdentity } from '../../schema/user';
import { needsMethod } from '../../subscriptions/rules/needs-method';
import { handleOf } from './gateway-identity';

/** What a gateway is asked to forget. */
export interface Detachment {
  readonly gateway: GatewayName;
  readonly gatewayCustomerId: string;
  readonly gatewayMethodId: string;
  readonly wasDefault: boolean;
}

/**
 * Whether a customer's card may be removed. Only the wish is written down: the record says that the card is gone once
 * the gateway has said so. Null when it is gone already.
 * @param command.isInUse Whether a charge of it is still unanswered; without the card it could not be repeated.
 * @param command.subscriptions The customer's own that are paid by card: one that needs this card keeps it
 *   (docs/decisions/0029).
 * @throws BillingError PAYMENT_METHOD_NOT_FOUND also for somebody else's; PAYMENT_METHOD_IN_USE;
 *   PAYMENT_METHOD_SUBSCRIBED
 */
export function detachment(
  { method, identity }: { readonly method: PaymentMethod | null; readonly identity: GatewayIdentity | null },
  command: {
    readonly paymentMethodId: string;
    readonly isInUse: boolean;
    readonly subscriptions: readonly Subscription[];
    readonly actor: Actor;
  },
): Decision<Detachment | null> {
  const { paymentMethodId, isInUse, subscriptions, actor } = command;
  if (method?.userId !== actor.uid) throw new BillingError('PAYMENT_METHOD_NOT_FOUND', { paymentMethodId });
  if (method.removedAt !== null) return { writes: [], result: null };
  if (isInUse) throw new BillingError('PAYMENT_METHOD_IN_USE', { paymentMethodId });
  if (subscriptions.some((one) => needsMethod(one, { ...method, id: paymentMethodId }))) {
    throw new BillingError('PAYMENT_METHOD_SUBSCRIBED', { paymentMethodId });
  }
  const { gateway, gatewayMethodId, isDefault: wasDefault } = method;
  const handle = must(handleOf(identity, gateway), 'PAYMENT_METHOD_NOT_FOUND', { paymentMethodId });
  return {
    writes: [auditWrite(actor, 'payment.detachMethod', paths.paymentMethod(paymentMethodId))],
    result: { gateway, gatewayCustomerId: handle, gatewayMethodId, wasDefault },
  };
}
