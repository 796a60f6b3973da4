import type { MethodFact } from '../../gateways/gateway';
import type { PaymentMethod } from '../../schema/payment-method';
import type { GatewayIdentity } from '../../schema/user';
import { aMethod, anIdentity } from '../../testing/factories';
import { keepMethod } from './keep-method';

const NOW = new Date('2026-03-10T10:00:00Z');
const card = {
  gatewayMethodId: 'pm_1',
  type: 'card',
  brand: 'visa',
  lastFour: '4242',
  expMonth: 12,
  expYear: 2034,
};
const path = 'paymentMethods/stripe_pm_1';
const identityPath = 'users/user-1/private/gateway';
const saved = (method: object = {}): MethodFact => ({
  kind: 'METHOD_SAVED',
  userId: 'user-1',
  method: { ...card, ...method },
});
const removed: MethodFact = { kind: 'METHOD_REMOVED', gatewayMethodId: 'pm_1' };
const record = (isDefault: boolean) => ({
  op: 'create',
  path,
  fields: { ...card, userId: 'user-1', gateway: 'stripe', isDefault, removedAt: null },
});
const gone = { op: 'update', path, fields: { removedAt: NOW, isDefault: false } };
const standard = (defaultPaymentMethodId: string | null) => ({
  op: 'update',
  path: identityPath,
  fields: { defaultPaymentMethodId },
});

test.each<[string, PaymentMethod | null, GatewayIdentity | null, MethodFact, string, object[]]>([
  [
    'the first card is the default',
    null,
    anIdentity(),
    saved(),
    'METHOD_SAVED',
    [record(true), standard('stripe_pm_1')],
  ],
  [
    'the first card of a customer without any note',
    null,
    null,
    saved(),
    'METHOD_SAVED',
    [
      record(true),
      {
        op: 'create',
        path: identityPath,
        fields: { stripeCustomerId: null, paytrUserToken: null, defaultPaymentMethodId: 'stripe_pm_1' },
      },
    ],
  ],
  [
    'the next one is not',
    null,
    anIdentity({ defaultPaymentMethodId: 'stripe_pm_0' }),
    saved(),
    'METHOD_SAVED',
    [record(false)],
  ],
  [
    'a new month',
    aMethod(),
    anIdentity(),
    saved({ expYear: 2038 }),
    'METHOD_SAVED',
    [{ op: 'update', path, fields: { ...card, expYear: 2038 } }],
  ],
  ['the same again, which makes no card the default', aMethod(), anIdentity(), saved(), 'METHOD_KNOWN', []],
  ['late news of a removed card', aMethod({ removedAt: NOW }), anIdentity(), saved(), 'METHOD_GONE', []],
  ['a card is removed', aMethod(), null, removed, 'METHOD_REMOVED', [gone]],
  [
    'the default is removed: there is none',
    aMethod({ isDefault: true }),
    null,
    removed,
    'METHOD_REMOVED',
    [gone, standard(null)],
  ],
  ['a card is removed twice', aMethod({ removedAt: NOW }), null, removed, 'METHOD_GONE', []],
  ['a card that we never had', null, null, removed, 'METHOD_UNKNOWN', []],
])('%s', (_edge, method, identity, fact, result, writes) => {
  expect(keepMethod({ method, identity }, { gateway: 'stripe', fact }, NOW)).toEqual({
    outcome: writes.length === 0 ? 'IGNORED' : 'APPLIED',
    result,
    writes,
  });
});
