import fc from 'fast-check';
import { fromMetadata, toMetadata } from './reference';

const anId = fc.stringMatching(/^[A-Za-z0-9]{16,28}$/);

test('our ids come back from the metadata that carries them', () => {
  fc.assert(
    fc.property(
      anId,
      anId,
      fc.array(anId, { minLength: 1, maxLength: 12 }),
      (paymentId, userId, invoiceIds) => {
        const metadata = toMetadata('demo-a', { paymentId, userId, invoiceIds });
        for (const value of Object.values(metadata)) expect(value.length).toBeLessThanOrEqual(500);
        expect(fromMetadata('demo-a', metadata)).toEqual({ paymentId, owner: { userId, invoiceIds } });
        expect(fromMetadata('demo-b', metadata)).toBeNull();
      },
    ),
  );
});

test('more invoices than a value holds are left to the stored payment', () => {
  const invoiceIds = Array.from({ length: 24 }, (_, index) => `invoice${index}`.padEnd(21, 'x'));
  const metadata = toMetadata('demo-a', { paymentId: 'payment-1', userId: 'user-1', invoiceIds });
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
