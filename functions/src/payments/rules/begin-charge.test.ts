import { minorUnits } from '../../core/money';
import { anInvoice, anInvoiceItem } from '../../invoices/testing/invoice-factory';
import { aMethod, aPayment, aUser } from '../../testing/factories';
import { thrownBy } from '../../testing/thrown-by';
import type { ChargeCommand, ChargeWish } from './begin-charge';
import { beginCharge, cardToCharge, repeatedCharge } from './begin-charge';

const NOW = new Date('2026-03-10T10:00:00Z');
const user = aUser();
/** 120,00 TRY. */
const invoice = anInvoice({ items: [anInvoiceItem({ unitPrice: minorUnits(10_000) })] });
const command: ChargeCommand = {
  purchase: {
    invoices: [{ id: 'invoice-1', invoice }],
    organizationId: null,
    currency: 'TRY',
    amount: minorUnits(12_000),
    description: 'HYB-202603-0042',
  },
  paymentId: 'payment-1',
  userId: 'user-1',
  walletPaymentId: 'payment-1w',
  useWallet: false,
  gatewayCustomerId: 'cus_1',
  paymentMethodId: 'stripe_pm_1',
  isTest: true,
  user,
  actor: { uid: 'finance-1', role: 'finance', auditId: 'audit-1' },
  action: 'payment.charge',
};
const walletOf = (balance: number) => ({
  userId: 'user-1',
  currency: 'TRY',
  balance: minorUnits(balance),
  createdAt: NOW,
  updatedAt: NOW,
});
const order = {
  gateway: 'stripe',
  gatewayMethodId: 'pm_1',
  gatewayCustomerId: 'cus_1',
  amount: 12_000,
  currency: 'TRY',
  invoiceIds: ['invoice-1'],
  description: 'HYB-202603-0042',
  user,
};

test('the intent is the customer’s and PENDING, holds the invoice, and is asked about soon', () => {
  const { writes, result } = beginCharge({ method: aMethod(), wallet: null }, command, NOW);
  expect(result).toEqual({ kind: 'ORDER', order: { ...order, isRepeat: false } });
  expect(writes).toMatchObject([
    {
      op: 'create',
      path: 'payments/payment-1',
      fields: {
        userId: 'user-1',
        gateway: 'stripe',
        paymentMethodId: 'stripe_pm_1',
        status: 'PENDING',
        amount: 12_000,
        nextCheckAt: new Date('2026-03-10T10:15:00Z'),
      },
    },
    { op: 'create', path: 'auditLog/audit-1', fields: { actorId: 'finance-1', action: 'payment.charge' } },
    { op: 'update', path: 'invoices/invoice-1', fields: { processingPaymentIds: ['payment-1'] } },
  ]);
});

test('the wallet goes first', () => {
  const documents = { method: aMethod(), wallet: walletOf(2_000) };
  const { result } = beginCharge(documents, { ...command, useWallet: true }, NOW);
  expect(result).toMatchObject({ kind: 'ORDER', order: { amount: 10_000 } });
});

test('a wallet that covers all needs no gateway, and holds no invoice', () => {
  const documents = { method: aMethod(), wallet: walletOf(12_000) };
  const { writes, result } = beginCharge(documents, { ...command, useWallet: true }, NOW);
  expect(result).toEqual({ kind: 'SETTLED' });
  expect(writes).toContainEqual({
    op: 'update',
    path: 'invoices/invoice-1',
    fields: expect.objectContaining({ status: 'PAID', processingPaymentIds: [] }) as unknown,
  });
});

test.each([
  ['no card', { method: null }, {}, 'PAYMENT_METHOD_NOT_FOUND'],
  ['somebody else’s', { method: aMethod({ userId: 'finance-1' }) }, {}, 'PAYMENT_METHOD_NOT_FOUND'],
  ['a removed one', { method: aMethod({ removedAt: NOW }) }, {}, 'PAYMENT_METHOD_NOT_FOUND'],
  [
    'one that expired last month',
    { method: aMethod({ expMonth: 2, expYear: 2026 }) },
    {},
    'PAYMENT_METHOD_EXPIRED',
  ],
  [
    'a currency that its gateway does not take',
    { method: aMethod({ gateway: 'paytr' }) },
    { purchase: { ...command.purchase, currency: 'JPY' } },
    'CURRENCY_UNSUPPORTED',
  ],
  [
    'a customer whom its gateway does not know',
    { method: aMethod() },
    { gatewayCustomerId: null },
    'PAYMENT_METHOD_REFUSED',
  ],
])('%s is refused', (_edge, { method }, override, code) => {
  const act = () => beginCharge({ method, wallet: null }, { ...command, ...override }, NOW);
  expect(thrownBy(act)).toMatchObject({ code });
});

test('this month is not too late', () => {
  const method = aMethod({ expMonth: 3, expYear: 2026 });
  expect(beginCharge({ method, wallet: null }, command, NOW).result.kind).toBe('ORDER');
});

test('the named card, else the default', () => {
  expect(cardToCharge('a', 'b')).toBe('a');
  expect(cardToCharge(null, 'b')).toBe('b');
  expect(thrownBy(() => cardToCharge(null, null))).toMatchObject({ code: 'NO_DEFAULT_METHOD' });
});

describe('the same attempt again', () => {
  const begun = {
    paymentMethodId: 'stripe_pm_1',
    checkout: null,
    createdAt: new Date('2026-03-10T09:59:00Z'),
  };
  const wish: ChargeWish = {
    paymentId: 'payment-1',
    userId: 'user-1',
    invoiceIds: ['invoice-1'],
    amount: undefined,
    paymentMethodId: 'stripe_pm_1',
  };
  const found = { method: aMethod(), gatewayCustomerId: 'cus_1', description: 'HYB-202603-0042', user };
  const repeat = (payment: object, wished: object = {}, documents: object = {}) =>
    repeatedCharge(
      aPayment({ ...begun, ...payment }),
      { ...wish, ...wished },
      { ...found, ...documents },
      NOW,
    );

  test.each([
    ['by its card', {}],
    ['by the default card, which was that one', { paymentMethodId: null }],
    ['with its amount', { amount: 12_000 }],
  ])('%s is ordered once more while nothing is known', (_edge, wished) => {
    expect(repeat({}, wished)).toEqual({ kind: 'ORDER', order: { ...order, isRepeat: true } });
  });

  test.each([
    ['has succeeded', { status: 'SUCCEEDED' }, 'SUCCEEDED'],
    ['was refunded since', { status: 'REFUNDED' }, 'SUCCEEDED'],
    ['has failed', { status: 'FAILED' }, 'FAILED'],
    ['is on its way', { status: 'PROCESSING' }, 'PROCESSING'],
    ['is too old for its key', { createdAt: new Date('2026-03-10T08:59:59Z') }, 'PENDING'],
  ])('one that %s is not', (_edge, payment, status) => {
    expect(repeat(payment)).toEqual({ kind: 'KNOWN', gateway: 'stripe', status });
  });

  test('nor one whose card or customer is gone', () => {
    expect(repeat({}, {}, { method: null })).toMatchObject({ kind: 'KNOWN', status: 'PENDING' });
    expect(repeat({}, {}, { gatewayCustomerId: null })).toMatchObject({ kind: 'KNOWN', status: 'PENDING' });
  });

  test('one that the wallet paid is settled', () => {
    expect(repeat({ gateway: 'wallet', paymentMethodId: null })).toEqual({ kind: 'SETTLED' });
  });

  test.each([
    ['another card', {}, { paymentMethodId: 'stripe_pm_2' }],
    ['other invoices', {}, { invoiceIds: ['invoice-1', 'invoice-2'] }],
    ['another amount', {}, { amount: 1_000 }],
    ['another customer', { userId: 'user-2' }, {}],
    ['a page before', { paymentMethodId: null }, {}],
  ])('with %s it is another attempt', (_edge, payment, wished) => {
    expect(thrownBy(() => repeat(payment, wished))).toMatchObject({ code: 'PAYMENT_FINISHED' });
  });
});
