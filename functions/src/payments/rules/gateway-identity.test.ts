import { anIdentity } from '../../testing/factories';
import { clearDefault, handleOf, pointDefault, rememberHandle } from './gateway-identity';

const path = 'users/user-1/private/gateway';
const told = { userId: 'user-1', gateway: 'paytr', handle: 'u-1', lost: null } as const;

test('what each gateway calls a customer', () => {
  expect(handleOf(anIdentity(), 'stripe')).toBe('cus_1');
  expect(handleOf(anIdentity(), 'paytr')).toBeNull();
  expect(handleOf(null, 'stripe')).toBeNull();
});

test('the first name makes the document, whole', () => {
  const fields = { stripeCustomerId: null, paytrUserToken: 'u-1', defaultPaymentMethodId: null };
  expect(rememberHandle(null, told)).toEqual({ writes: [{ op: 'create', path, fields }], result: 'u-1' });
});

test('beside the other gateway’s', () => {
  expect(rememberHandle(anIdentity(), told)).toEqual({
    writes: [{ op: 'update', path, fields: { paytrUserToken: 'u-1' } }],
    result: 'u-1',
  });
});

test('a name stays, since cards are kept under it', () => {
  const identity = anIdentity({ paytrUserToken: 'u-0' });
  expect(rememberHandle(identity, told)).toEqual({ writes: [], result: 'u-0' });
});

test('unless it is the one that was lost', () => {
  const identity = anIdentity({ paytrUserToken: 'u-0' });
  expect(rememberHandle(identity, { ...told, lost: 'u-0' })).toEqual({
    writes: [{ op: 'update', path, fields: { paytrUserToken: 'u-1' } }],
    result: 'u-1',
  });
  const quicker = anIdentity({ paytrUserToken: 'u-2' });
  expect(rememberHandle(quicker, { ...told, lost: 'u-0' })).toEqual({ writes: [], result: 'u-2' });
});

test('the default card', () => {
  const chosen = (defaultPaymentMethodId: string | null) => [
    { op: 'update', path, fields: { defaultPaymentMethodId } },
  ];
  expect(pointDefault('user-1', anIdentity(), 'visa')).toEqual(chosen('visa'));
  expect(pointDefault('user-1', anIdentity({ defaultPaymentMethodId: 'visa' }), 'visa')).toEqual([]);
  expect(pointDefault('user-1', null, null)).toEqual([]);
  expect([clearDefault('user-1')]).toEqual(chosen(null));
});
