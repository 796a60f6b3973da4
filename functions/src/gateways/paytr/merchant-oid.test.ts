import fc from 'fast-check';
import { takesCurrency } from '../../payments/rules/choose-gateway';
import { INVOICE_ID_LENGTH, PAYMENT_ID_LENGTH } from '../../platform/ids';
import { fromMerchantOid, toMerchantOid } from './merchant-oid';

const ofLength = (min: number, max = min) => fc.stringMatching(new RegExp(`^[A-Za-z0-9]{${min},${max}}$`));
const aPaymentId = ofLength(PAYMENT_ID_LENGTH);
const anInvoiceId = ofLength(INVOICE_ID_LENGTH);
const CURRENCIES = ['TRY', 'EUR', 'USD', 'GBP', 'RUB'];
const aCurrency = fc.constantFrom(...CURRENCIES);

test('ids that fit come back whole, with an invoice or without', () => {
  fc.assert(
    fc.property(
      aPaymentId,
      fc.array(anInvoiceId, { maxLength: 1 }),
      // Firebase's own uids have 28 letters and digits.
      ofLength(1, 28),
      aCurrency,
      (paymentId, invoiceIds, userId, currency) => {
        const oid = toMerchantOid({ paymentId, userId, invoiceIds, currency });
        expect(oid).toMatch(/^[A-Za-z0-9]{1,64}$/);
        expect(fromMerchantOid(oid)).toEqual({ paymentId, owner: { userId, invoiceIds, currency } });
      },
    ),
  );
});

test('whatever the other ids are, the order number is one that PayTR takes and leads to the payment', () => {
  const anything = fc.string({ minLength: 1, maxLength: 128 });
  fc.assert(
    fc.property(
      aPaymentId,
      anything,
      fc.array(anything, { maxLength: 3 }),
      fc.oneof(aCurrency, fc.constant('JPY')),
      (paymentId, userId, invoiceIds, currency) => {
        const oid = toMerchantOid({ paymentId, userId, invoiceIds, currency });
        expect(oid).toMatch(/^[A-Za-z0-9]{1,64}$/);
        expect(fromMerchantOid(oid)?.paymentId).toBe(paymentId);
      },
    ),
  );
});

test.each(CURRENCIES)('%s, which has a letter, is one that PayTR takes', (currency) => {
  expect(takesCurrency('paytr', currency)).toBe(true);
});

const ids = {
  paymentId: 'P'.repeat(PAYMENT_ID_LENGTH),
  userId: 'user1',
  invoiceIds: ['I'.repeat(INVOICE_ID_LENGTH)],
  currency: 'TRY',
};

test.each([
  ['one invoice in lira', {}, 'PPPPPPPPPPPPPPPTIIIIIIIIIIIIIIIIIIIIuser1'],
  ['one invoice in euro', { currency: 'EUR' }, 'PPPPPPPPPPPPPPPEIIIIIIIIIIIIIIIIIIIIuser1'],
  ['a top-up in lira', { invoiceIds: [] }, 'PPPPPPPPPPPPPPPtuser1'],
])('%s, written out: order numbers at PayTR depend on it', (_edge, override, oid) => {
  expect(toMerchantOid({ ...ids, ...override })).toBe(oid);
});

test.each([
  ['a uid one letter too long', { userId: 'u'.repeat(29) }],
  ['a uid with a colon', { userId: 'oidc:42' }],
  ['an invoice id of another length', { invoiceIds: ['short'] }],
  ['two invoices', { invoiceIds: [...ids.invoiceIds, ...ids.invoiceIds] }],
  ['a currency without a letter', { currency: 'CHF' }],
])('%s is left to the stored payment', (_edge, override) => {
  const oid = toMerchantOid({ ...ids, ...override });
  expect(oid).toBe(`${ids.paymentId}0`);
  expect(fromMerchantOid(oid)).toEqual({ paymentId: ids.paymentId, owner: null });
});

test.each([
  ['shorter than a payment’s id', 'ORDER42'],
  ['as long as a payment’s id', ids.paymentId],
  ['with a letter that is no currency', `${ids.paymentId}Xuser1`],
  ['with an invoice but nobody', `${ids.paymentId}T${'I'.repeat(INVOICE_ID_LENGTH)}`],
  ['of a top-up by nobody', `${ids.paymentId}t`],
  ['with something behind a payment alone', `${ids.paymentId}0user1`],
  ['with a hyphen', `${ids.paymentId}T-1`],
  ['empty', ''],
])('an order number %s is not ours', (_edge, oid) => {
  expect(fromMerchantOid(oid)).toBeNull();
});
