import { aMethod, anIdentity } from '../../testing/factories';
import { aSubscription } from '../../subscriptions/testing/subscription-factory';
import { thrownBy } from '../../testing/thrown-by';
import { detachment } from './detach-method';

const NOW = new Date('2026-03-10T10:00:00Z');
const actor = { uid: 'user-1', role: null, auditId: 'audit-1' };
const command = { paymentMethodId: 'stripe_pm_1', isInUse: false, subscriptions: [], actor };

test('only the wish is written, and the gateway asked', () => {
  const method = aMethod({ isDefault: true });
  expect(detachment({ method, identity: anIdentity() }, command)).toEqual({
    writes: [
      {
        op: 'create',
        path: 'auditLog/audit-1',
        fields: {
          actorId: 'user-1',
          actorRole: null,
          action: 'payment.detachMethod',
          subject: 'paymentMethods/stripe_pm_1',
          reason: null,
        },
      },
    ],
    result: { gateway: 'stripe', gatewayCustomerId: 'cus_1', gatewayMethodId: 'pm_1', wasDefault: true },
  });
});

test('a card that is gone already needs nothing, in use or not', () => {
  const documents = { method: aMethod({ removedAt: NOW }), identity: anIdentity() };
  expect(detachment(documents, { ...command, isInUse: true })).toEqual({ writes: [], result: null });
});

test.each([
  ['no card', null, {}, 'PAYMENT_METHOD_NOT_FOUND'],
  ['somebody else’s', aMethod({ userId: 'user-2' }), {}, 'PAYMENT_METHOD_NOT_FOUND'],
  ['one that is being charged', aMethod(), { isInUse: true }, 'PAYMENT_METHOD_IN_USE'],
  [
    'one that a subscription pays with',
    aMethod({ isDefault: true }),
    { subscriptions: [aSubscription()] },
    'PAYMENT_METHOD_SUBSCRIBED',
  ],
])('%s is refused', (_edge, method, override, code) => {
  const act = () => detachment({ method, identity: anIdentity() }, { ...command, ...override });
  expect(thrownBy(act)).toMatchObject({ code });
});
