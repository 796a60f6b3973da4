import type { Decision } from '../../core/decision';
import { update } from '../../core/decision';
import type { Actor } from '../../finance/rules/audit';
import { auditWrite } from '../../finance/rules/audit';
import { BillingError } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { PaymentMethod } from '../../schema/payment-method';
import type { GatewayIdentity } from '../../schema/user';
import { pointDefault } from './gateway-identity';
import { ownMethod } from './own-method';
import { methodExpiry } from './method-expiry';

/**
 * Makes a kept card the one that is charged when none is named; the former one is so no longer.
 * @throws BillingError PAYMENT_METHOD_NOT_FOUND also for somebody else's; PAYMENT_METHOD_EXPIRED
 */
export function defaultMethod(
  documents: {
    readonly identity: GatewayIdentity | null;
    readonly method: PaymentMethod | null;
    readonly former: PaymentMethod | null;
  },
  { paymentMethodId, actor }: { readonly paymentMethodId: string; readonly actor: Actor },
  now: Date,
): Decision<null> {
  const { identity, former } = documents;
  const method = ownMethod(documents.method, { userId: actor.uid, paymentMethodId });
  if (methodExpiry(method, now) === 'EXPIRED') {
    throw new BillingError('PAYMENT_METHOD_EXPIRED', { paymentMethodId });
  }
  const formerId = identity?.defaultPaymentMethodId ?? null;
  if (formerId === paymentMethodId) return { writes: [], result: null };
  return {
    writes: [
      update(paths.paymentMethod(paymentMethodId), { isDefault: true }),
      ...(formerId === null || former === null
        ? []
        : [update(paths.paymentMethod(formerId), { isDefault: false })]),
      ...pointDefault(actor.uid, identity, paymentMethodId),
      auditWrite(actor, 'payment.setDefaultMethod', paths.paymentMethod(paymentMethodId)),
    ],
    result: null,
  };
}
