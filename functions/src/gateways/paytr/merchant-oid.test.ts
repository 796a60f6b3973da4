import fc from 'fast-check';
import { INVOICE_ID_LENGTH, PAYMENT_ID_LENGTH } from '../../platform/ids';
import { fromMerchantOid, toMerchantOid } from './merchant-oid';

const ofLength = (min: number, max = min) => fc.stringMatching(new RegExp(`^[A-Za-z0-9]{${min},${max}}$`));
const aPaymentId = ofLength(PAYMENT_ID_LENGTH);
const anInvoiceId = ofLength(INVOICE_ID_LENGTH);

test('ids that fit come back whole', () => {
  // Firebase's own uids have 28 letters and digits.
  fc.assert(
    fc.property(aPaymentId, anInvoiceId, ofLength(1, 28), (paymentId, invoiceId, userId) => {
      const oid = toMerchantOid({ paymentId, userId, invoiceIds: [invoiceId] });
      expect(oid).toMatch(/^[A-Za-z0-9]{1,64}$/);
      expect(fromMerchantOid(oid)).toEqual({ paymentId, owner: { userId, invoiceIds: [invoiceId] } });
    }),
  );
});

test('whatever the other ids are, the order number is one that PayTR takes and leads to the payment', () => {
  const anything = fc.string({ minLength: 1, maxLength: 128 });
  fc.assert(
    fc.property(
      aPaymentId,
      anything,
      fc.array(anything, { maxLength: 3 }),
      (paymentId, userId, invoiceIds) => {
        const oid = toMerchantOid({ paymentId, userId, invoiceIds });
        expect(oid).toMatch(/^[A-Za-z0-9]{1,64}$/);
        expect(fromMerchantOid(oid)?.paymentId).toBe(paymentId);
      },
    ),
  );
});

const ids = {
  paymentId: 'P'.repeat(PAYMENT_ID_LENGTH),
  userId: 'user1',
  invoiceIds: ['I'.repeat(INVOICE_ID_LENGTH)],
};

test.each([
  ['a uid one letter too long', { userId: 'u'.repeat(29) }],
  ['a uid with a colon', { userId: 'oidc:42' }],
  ['an invoice id of another length', { invoiceIds: ['short'] }],
  ['two invoices', { invoiceIds: [...ids.invoiceIds, ...ids.invoiceIds] }],
])('%s is left to the stored payment', (_edge, override) => {
  const oid = toMerchantOid({ ...ids, ...override });
  expect(oid).toBe(ids.paymentId);
  expect(fromMerchantOid(oid)).toEqual({ paymentId: ids.paymentId, owner: null });
});

test.each([
  ['shorter than a payment’s id', 'ORDER42'],
  ['with a hyphen', `${'P'.repeat(16)}-1`],
  ['empty', ''],
])('an order number %s is not ours', (_edge, oid) => {
  expect(fromMerchantOid(oid)).toBeNull();
});
