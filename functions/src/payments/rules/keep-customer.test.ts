import type { GatewayIdentity } from '../../schema/user';
import { keepCustomer } from './keep-customer';

const at = new Date('2026-03-10T10:00:00Z');
const known = (fields: Partial<GatewayIdentity>): GatewayIdentity => ({
  stripeCustomerId: null,
  paytrUserToken: null,
  defaultPaymentMethodId: null,
  createdAt: at,
  updatedAt: at,
  ...fields,
});
const path = 'users/user-1/private/gateway';
const told = { userId: 'user-1', gateway: 'paytr', gatewayCustomerId: 'u-1' } as const;

test('the first name that a gateway tells is noted', () => {
  expect(keepCustomer(null, told)).toEqual([
    {
      op: 'create',
      path,
      fields: { stripeCustomerId: null, paytrUserToken: 'u-1', defaultPaymentMethodId: null },
    },
  ]);
});

test('beside the other gateway’s', () => {
  expect(keepCustomer(known({ stripeCustomerId: 'cus_1' }), told)).toEqual([
    { op: 'update', path, fields: { paytrUserToken: 'u-1' } },
  ]);
});

test.each<[string, GatewayIdentity | null, string | null]>([
  ['the same name again', known({ paytrUserToken: 'u-1' }), 'u-1'],
  ['another name', known({ paytrUserToken: 'u-0' }), 'u-1'],
  ['no name', null, null],
])('%s changes nothing', (_edge, identity, gatewayCustomerId) => {
  expect(keepCustomer(identity, { ...told, gatewayCustomerId })).toEqual([]);
});
