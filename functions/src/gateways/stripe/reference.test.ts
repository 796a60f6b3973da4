import fc from 'fast-check';
import { fromMetadata, toMetadata, userIdFrom } from './reference';

const anId = fc.stringMatching(/^[A-Za-z0-9]{16,28}$/);

test('our ids come back from the metadata that carries them', () => {
  fc.assert(
    fc.property(anId, anId, fc.array(anId, { maxLength: 12 }), (paymentId, userId, invoiceIds) => {
      const owner = { userId, invoiceIds, currency: 'EUR' };
      const metadata = toMetadata('demo-a', { paymentId, ...owner });
      for (const value of Object.values(metadata)) {
        expect(value.length).toBeLessThanOrEqual(500);
        // Stripe takes an empty value as the wish to have none.
        expect(value).not.toBe('');
      }
      expect(fromMetadata('demo-a', metadata)).toEqual({ paymentId, owner });
      expect(fromMetadata('demo-b', metadata)).toBeNull();
    }),
  );
});

test('more invoices than a value holds are left to the stored payment', () => {
  const invoiceIds = Array.from({ length: 24 }, (_, index) => `invoice${index}`.padEnd(21, 'x'));
  const metadata = toMetadata('demo-a', {
    paymentId: 'payment-1',
    userId: 'user-1',
    invoiceIds,
    currency: 'TRY',
  });
  expect(metadata).toEqual({ project: 'demo-a', paymentId: 'payment-1' });
  expect(fromMetadata('demo-a', metadata)).toEqual({ paymentId: 'payment-1', owner: null });
});

test.each([
  ['no metadata', null],
  ['none of ours', {}],
  ['another project’s', { project: 'demo-b', paymentId: 'payment-1' }],
  ['our project without a payment', { project: 'demo-a' }],
])('%s is no reference', (_edge, metadata) => {
  expect(fromMetadata('demo-a', metadata)).toBeNull();
});

test('metadata of before wallets were concerned is left to the stored payment', () => {
  const metadata = { project: 'demo-a', paymentId: 'payment-1', userId: 'user-1', invoiceIds: 'invoice-1' };
  expect(fromMetadata('demo-a', metadata)).toEqual({ paymentId: 'payment-1', owner: null });
});

test.each([
  ['ours', { project: 'demo-a', userId: 'user-1' }, 'user-1'],
  ['another project’s', { project: 'demo-b', userId: 'user-1' }, null],
  ['ours, of nobody', { project: 'demo-a' }, null],
  ['none', null, null],
])('the customer of metadata that is %s', (_edge, metadata, userId) => {
  expect(userIdFrom('demo-a', metadata)).toBe(userId);
});
