import fc from 'fast-check';
import { addDays } from '../../core/calendar';
import { fromMerchantOid, toMerchantOid } from '../../gateways/paytr/merchant-oid';
import { derivedId, INVOICE_ID_LENGTH, PAYMENT_ID_LENGTH } from '../../platform/ids';
import {
  attemptPaymentId,
  periodInvoiceId,
  subscriptionId,
  subscriptionIdOf,
  subscriptionIdsOf,
  upgradeInvoiceId,
} from './subscription-id';

const aSubscriptionId = fc.string().map((request) => subscriptionId('user-1', request));
const aDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('2020-01-01', days));

test('an invoice’s id names its subscription, and is as long as any invoice’s', () => {
  fc.assert(
    fc.property(aSubscriptionId, aDay, fc.integer({ min: 1, max: 3_843 }), (subscription, day, n) => {
      for (const invoiceId of [periodInvoiceId(subscription, day), upgradeInvoiceId(subscription, day, n)]) {
        expect(invoiceId).toMatch(/^[A-Za-z0-9]+$/);
        expect(invoiceId).toHaveLength(INVOICE_ID_LENGTH);
        expect(subscriptionIdOf(invoiceId)).toBe(subscription);
      }
    }),
  );
});

test('each period and each upgrade has an id of its own', () => {
  const subscription = subscriptionId('user-1', 'request-1');
  const days = Array.from({ length: 400 }, (_, days) => addDays('2026-01-31', days));
  const ids = days.flatMap((day, n) => [
    periodInvoiceId(subscription, day),
    upgradeInvoiceId(subscription, day, n + 1),
  ]);
  expect(new Set(ids).size).toBe(800);
});

test('PayTR’s order number still holds payment, invoice and payer', () => {
  const subscription = subscriptionId('user-1', 'request-1');
  const ids = {
    paymentId: attemptPaymentId(subscription, 1),
    invoiceIds: [periodInvoiceId(subscription, '2026-03-10')],
    userId: 'u'.repeat(28),
    currency: 'TRY',
  };
  expect(ids.paymentId).toHaveLength(PAYMENT_ID_LENGTH);
  const { paymentId, owner } = fromMerchantOid(toMerchantOid(ids)) ?? {};
  expect({ paymentId, ...owner }).toMatchObject(ids);
});

test('an ordinary invoice names none', () => {
  expect(subscriptionIdOf(derivedId(INVOICE_ID_LENGTH, 'user-1', 'request-1'))).toBeNull();
  expect(subscriptionIdOf('subscription')).toBeNull();
  expect(subscriptionIdsOf(['invoice-1', 'invoice-2'])).toEqual([]);
});

test('several invoices of one subscription name it once', () => {
  const subscription = subscriptionId('user-1', 'request-1');
  const invoiceIds = [
    periodInvoiceId(subscription, '2026-03-10'),
    periodInvoiceId(subscription, '2026-04-10'),
  ];
  expect(subscriptionIdsOf(invoiceIds)).toEqual([subscription]);
});

test('a number with too many digits is refused, not cut', () => {
  expect(() => upgradeInvoiceId(subscriptionId('user-1'), '2026-03-10', 3_844)).toThrow(RangeError);
});
