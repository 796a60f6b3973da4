import '../testing/environment';
import type { Gateway } from '../gateways/gateway';
import { gateways } from '../gateways/registry';
import { firestore } from '../platform/firestore';
import { paths } from '../schema/paths';
import { aCustomer, seed } from '../testing/world';
import { isToldToGateways, updateGatewayCustomers } from './update-gateway-customers';

type Told = Parameters<NonNullable<ReturnType<Gateway['savedMethods']>>['updateCustomer']>[0];

const db = firestore();
const NOW = new Date('2026-01-10T12:00:00Z');
const realStripe = gateways.stripe;
const identity = { stripeCustomerId: 'cus_1', paytrUserToken: 'utoken', defaultPaymentMethodId: null };

afterEach(() => {
  gateways.stripe = realStripe;
});

/** Stripe, which does something while it is told of a customer. */
async function telling(onTold: (customer: Told) => Promise<unknown>): Promise<void> {
  const real = await realStripe();
  const updateCustomer = async (customer: Told): Promise<void> => {
    await onTold(customer);
  };
  gateways.stripe = () =>
    Promise.resolve({
      ...real,
      savedMethods: () => {
        const methods = real.savedMethods();
        return methods === null ? null : { ...methods, updateCustomer };
      },
    });
}

test.each([
  ['another name', { displayName: 'Ada' }, { displayName: 'Grace' }, true],
  ['another e-mail', { email: 'a@a.example' }, { email: 'b@b.example' }, true],
  ['another country', { country: 'TR' }, { country: 'DE' }, false],
])('%s', (_edge, before, after, isTold) => {
  expect(isToldToGateways(before, after)).toBe(isTold);
});

test('who changes again while a gateway is told of them is told anew', async () => {
  const userId = await aCustomer({ displayName: 'Ada', email: 'ada@customer.example' });
  await seed(db, { [paths.gatewayIdentity(userId)]: identity });
  const told: Told[] = [];
  await telling(async (customer) => {
    told.push(customer);
    if (told.length === 1) await db.doc(paths.user(userId)).update({ displayName: 'Grace' });
  });
  expect(await updateGatewayCustomers(db, userId, NOW)).toBe(2);
  const known = { gatewayCustomerId: 'cus_1', email: 'ada@customer.example' };
  expect(told).toEqual([
    { ...known, name: 'Ada' },
    { ...known, name: 'Grace' },
  ]);
});
