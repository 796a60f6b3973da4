import '../testing/environment';
import { firestore } from '../platform/firestore';
import { paths } from '../schema/paths';
import type { PaymentMethod } from '../schema/payment-method';
import { aCustomer, checkEverything, seed } from '../testing/world';
import { aSubscription } from './testing/subscription-factory';
import { warnOfExpiry } from './warn-of-expiry';

const db = firestore();
const stamps = { createdAt: new Date(0), updatedAt: new Date(0) };

async function aCard(override: Partial<PaymentMethod>, kind: 'CARD' | 'LINK' = 'CARD'): Promise<string> {
  const userId = await aCustomer({ locale: 'en' });
  const card: PaymentMethod = {
    userId,
    gateway: 'stripe',
    gatewayMethodId: `pm_${userId}`,
    type: 'card',
    brand: 'visa',
    lastFour: '4242',
    expMonth: 11,
    expYear: 2026,
    isDefault: true,
    removedAt: null,
    ...stamps,
    ...override,
  };
  const paymentWay = { kind, paymentMethodId: null, useWallet: false };
  await seed(db, {
    [paths.paymentMethod(`stripe_pm_${userId}`)]: card,
    [paths.subscription(`sub_${userId}`)]: aSubscription({ userId, paymentWay }),
  });
  return `cardExpiring_stripe_pm_${userId}`;
}

const subjects = async (id: string) => {
  const mails = await Promise.all([30, 7].map((days) => db.doc(paths.mail(`${id}_${days}`)).get()));
  return mails.map((mail) => mail.get('message.subject') as string | undefined);
};

afterEach(checkEverything);

test('the owners of cards that pay for a subscription are warned 30 and 7 days ahead, once each', async () => {
  const used = await aCard({});
  const others = [
    await aCard({}, 'LINK'),
    await aCard({ isDefault: false }),
    await aCard({ expMonth: 12 }),
    await aCard({ removedAt: new Date(0) }),
  ];
  const subject = 'Your card ending 4242 expires soon';
  expect(await warnOfExpiry(db, new Date('2026-10-15T06:00:00Z'))).toBe(0);
  expect(await warnOfExpiry(db, new Date('2026-10-31T06:00:00Z'))).toBe(1);
  expect(await warnOfExpiry(db, new Date('2026-11-01T06:00:00Z'))).toBe(0);
  expect(await subjects(used)).toEqual([subject, undefined]);
  expect(await warnOfExpiry(db, new Date('2026-11-23T06:00:00Z'))).toBe(1);
  expect(await subjects(used)).toEqual([subject, subject]);
  for (const other of others) expect(await subjects(other)).toEqual([undefined, undefined]);
});
