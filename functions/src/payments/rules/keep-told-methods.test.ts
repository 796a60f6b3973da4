import { create, update } from '../../core/decision';
import { paths } from '../../schema/paths';
import { aMethod, anIdentity } from '../../testing/factories';
import { keepToldMethods } from './keep-told-methods';

const NOW = new Date('2026-01-10T12:00:00Z');
const visa = {
  gatewayMethodId: 'c-1',
  type: 'card',
  brand: 'visa',
  lastFour: '4358',
  expMonth: 12,
  expYear: 2030,
};
const troy = { ...visa, gatewayMethodId: 'c-2', brand: 'troy', lastFour: '0796' };
const told = { userId: 'ayse', gateway: 'paytr', handle: 'u-1', kept: [visa] } as const;
const record = { userId: 'ayse', gateway: 'paytr', removedAt: null } as const;

test('the first card: the customer’s name there, the card, and the default, in one write each', () => {
  expect(keepToldMethods({ identity: null, methods: [null] }, told, NOW)).toEqual([
    create(paths.paymentMethod('paytr_c-1'), { ...visa, ...record, isDefault: true }),
    create(paths.gatewayIdentity('ayse'), {
      stripeCustomerId: null,
      paytrUserToken: 'u-1',
      defaultPaymentMethodId: 'paytr_c-1',
    }),
  ]);
});

test('the first there of a customer who keeps one at Stripe: their default stays', () => {
  const identity = anIdentity({ defaultPaymentMethodId: 'stripe_pm_1' });
  expect(keepToldMethods({ identity, methods: [null] }, told, NOW)).toEqual([
    create(paths.paymentMethod('paytr_c-1'), { ...visa, ...record, isDefault: false }),
    update(paths.gatewayIdentity('ayse'), { paytrUserToken: 'u-1' }),
  ]);
});

test('a card that is known is left alone, another one is added', () => {
  const identity = anIdentity({ paytrUserToken: 'u-1', defaultPaymentMethodId: 'paytr_c-1' });
  const known = aMethod({ ...visa, ...record, isDefault: true });
  expect(keepToldMethods({ identity, methods: [known, null] }, { ...told, kept: [visa, troy] }, NOW)).toEqual(
    [create(paths.paymentMethod('paytr_c-2'), { ...troy, ...record, isDefault: false })],
  );
});

test('nothing told of cards: only whose they are', () => {
  expect(keepToldMethods({ identity: anIdentity(), methods: [] }, { ...told, kept: [] }, NOW)).toEqual([
    update(paths.gatewayIdentity('ayse'), { paytrUserToken: 'u-1' }),
  ]);
});

test('cards of another customer than the one we know there are none of ours', () => {
  const identity = anIdentity({ paytrUserToken: 'u-0' });
  expect(keepToldMethods({ identity, methods: [null] }, told, NOW)).toEqual([]);
});
