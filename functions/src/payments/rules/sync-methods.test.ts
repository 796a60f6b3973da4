import fc from 'fast-check';
import { mergedWrites } from '../../core/decision';
import type { Fields, Write } from '../../core/decision';
import type { SavedMethod } from '../../gateways/gateway';
import type { PaymentMethod } from '../../schema/payment-method';
import { aMethod, anIdentity } from '../../testing/factories';
import type { MethodList } from './sync-methods';
import { syncMethods } from './sync-methods';

const NOW = new Date('2026-03-10T10:00:00Z');
const named = (gatewayMethodId: string): SavedMethod => ({
  gatewayMethodId,
  type: 'card',
  brand: 'visa',
  lastFour: '4242',
  expMonth: 12,
  expYear: 2034,
});
const list = (listed: string[], recorded: string[]): MethodList => ({
  gateway: 'stripe',
  listed: listed.map(named),
  recorded,
});
const id = (gatewayMethodId: string) => `stripe_${gatewayMethodId}`;
const recordOf = (gatewayMethodId: string, override: Partial<PaymentMethod> = {}) => ({
  id: id(gatewayMethodId),
  method: aMethod({ gatewayMethodId, ...override }),
});
const user = { userId: 'user-1' };

test('what Stripe keeps and we have: no write, and the answer whole', () => {
  const documents = {
    identity: anIdentity({ defaultPaymentMethodId: 'stripe_b' }),
    methods: [
      recordOf('a', { createdAt: new Date('2026-01-02T08:00:00Z') }),
      recordOf('b', { isDefault: true, createdAt: new Date('2026-01-03T08:00:00Z') }),
    ],
  };
  const face = {
    gateway: 'stripe',
    type: 'card',
    brand: 'visa',
    lastFour: '4242',
    expMonth: 12,
    expYear: 2034,
  };
  expect(syncMethods(documents, { ...user, lists: [list(['a', 'b'], ['a', 'b'])] }, NOW)).toEqual({
    writes: [],
    result: {
      methods: [
        { paymentMethodId: 'stripe_b', ...face, isDefault: true },
        { paymentMethodId: 'stripe_a', ...face, isDefault: false },
      ],
    },
  });
});

test('a card in place of the default one that is gone', () => {
  const documents = {
    identity: anIdentity({ defaultPaymentMethodId: 'stripe_a' }),
    methods: [recordOf('a', { isDefault: true }), { id: 'stripe_b', method: null }],
  };
  const { writes, result } = syncMethods(documents, { ...user, lists: [list(['b'], ['a'])] }, NOW);
  expect(writes).toMatchObject([
    { path: 'paymentMethods/stripe_a', fields: { removedAt: NOW, isDefault: false } },
    { path: 'paymentMethods/stripe_b', fields: { isDefault: true } },
    { path: 'users/user-1/private/gateway', fields: { defaultPaymentMethodId: 'stripe_b' } },
  ]);
  expect(result.methods).toMatchObject([{ paymentMethodId: 'stripe_b', isDefault: true }]);
});

test('a card that was recorded while Stripe answered is not taken for gone', () => {
  const documents = { identity: anIdentity(), methods: [recordOf('a')] };
  const { writes } = syncMethods(documents, { ...user, lists: [list([], [])] }, NOW);
  expect(writes).toEqual([]);
});

test('a card that was removed while Stripe answered does not come back', () => {
  const documents = { identity: anIdentity(), methods: [recordOf('a', { removedAt: NOW })] };
  expect(syncMethods(documents, { ...user, lists: [list(['a'], ['a'])] }, NOW)).toEqual({
    writes: [],
    result: { methods: [] },
  });
});

/** Applies writes to documents of one customer, as the runner does. */
function applied(documents: Map<string, object>, writes: readonly Write[]): void {
  for (const { op, path, fields } of mergedWrites(writes)) {
    if (op === 'create' && documents.has(path)) throw new Error(`${path} exists`);
    if (op === 'update' && !documents.has(path)) throw new Error(`${path} does not exist`);
    documents.set(path, { ...documents.get(path), createdAt: NOW, updatedAt: NOW, ...fields });
  }
}

test('property: whatever Stripe lists, one time after another, there is at most one default and the notes agree', () => {
  const cards = ['a', 'b', 'c', 'd'];
  fc.assert(
    fc.property(fc.array(fc.subarray(cards), { maxLength: 8 }), (listings) => {
      const documents = new Map<string, object>();
      const removed = new Set<string>();
      const methodAt = (name: string) =>
        (documents.get(`paymentMethods/${id(name)}`) ?? null) as PaymentMethod | null;
      const identityPath = 'users/user-1/private/gateway';
      const identity = () => (documents.get(identityPath) ?? null) as ReturnType<typeof anIdentity> | null;
      for (const listed of listings) {
        const recorded = cards.filter((name) => methodAt(name)?.removedAt === null);
        const methods = cards.map((name) => ({ id: id(name), method: methodAt(name) }));
        const { writes, result } = syncMethods(
          { identity: identity(), methods },
          { ...user, lists: [list(listed, recorded)] },
          NOW,
        );
        applied(documents, writes);
        const kept = cards.filter((name) => methodAt(name)?.removedAt === null);
        for (const name of cards) if (methodAt(name)?.removedAt) removed.add(name);
        expect(kept).toEqual(listed.filter((name) => !removed.has(name)).sort());
        const defaults = cards.filter((name) => (methodAt(name) as Fields<PaymentMethod> | null)?.isDefault);
        expect(defaults.map(id)).toEqual(
          [identity()?.defaultPaymentMethodId ?? null].filter((name) => name !== null),
        );
        expect(result.methods.map(({ paymentMethodId }) => paymentMethodId).sort()).toEqual(kept.map(id));
      }
    }),
  );
});
