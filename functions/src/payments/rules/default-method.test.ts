import { aMethod, anIdentity } from '../../testing/factories';
import { thrownBy } from '../../testing/thrown-by';
import { defaultMethod } from './default-method';

const NOW = new Date('2026-03-10T10:00:00Z');
const actor = { uid: 'user-1', role: null, auditId: 'audit-1' };
const command = { paymentMethodId: 'stripe_pm_1', actor };
const chosen = [
  { op: 'update', path: 'paymentMethods/stripe_pm_1', fields: { isDefault: true } },
  { op: 'update', path: 'users/user-1/private/gateway', fields: { defaultPaymentMethodId: 'stripe_pm_1' } },
];
const audit = {
  op: 'create',
  path: 'auditLog/audit-1',
  fields: {
    actorId: 'user-1',
    actorRole: null,
    action: 'payment.setDefaultMethod',
    subject: 'paymentMethods/stripe_pm_1',
    reason: null,
  },
};

test('a card becomes the default, and the former one is so no longer', () => {
  const documents = {
    identity: anIdentity({ defaultPaymentMethodId: 'stripe_pm_0' }),
    method: aMethod(),
    former: aMethod({ gatewayMethodId: 'pm_0', isDefault: true }),
  };
  const { writes } = defaultMethod(documents, command, NOW);
  const former = { op: 'update', path: 'paymentMethods/stripe_pm_0', fields: { isDefault: false } };
  expect(writes).toEqual([chosen[0], former, chosen[1], audit]);
});

test('where there was none', () => {
  const documents = { identity: anIdentity(), method: aMethod(), former: null };
  expect(defaultMethod(documents, command, NOW).writes).toEqual([...chosen, audit]);
});

test('the same again writes nothing', () => {
  const method = aMethod({ isDefault: true });
  const identity = anIdentity({ defaultPaymentMethodId: 'stripe_pm_1' });
  expect(defaultMethod({ identity, method, former: method }, command, NOW).writes).toEqual([]);
});

test.each([
  ['no card', null, 'PAYMENT_METHOD_NOT_FOUND'],
  ['somebody else’s', aMethod({ userId: 'user-2' }), 'PAYMENT_METHOD_NOT_FOUND'],
  ['a removed one', aMethod({ removedAt: NOW }), 'PAYMENT_METHOD_NOT_FOUND'],
  ['an expired one', aMethod({ expYear: 2025 }), 'PAYMENT_METHOD_EXPIRED'],
])('%s is refused', (_edge, method, code) => {
  const documents = { identity: anIdentity(), method, former: null };
  expect(thrownBy(() => defaultMethod(documents, command, NOW))).toMatchObject({ code });
});
