import { minorUnits } from '../../core/money';
import { anInvoice, anInvoiceItem } from '../../invoices/testing/invoice-factory';
import { aPayment, aUser } from '../../testing/factories';
import type { CheckoutDocuments } from './begin-checkout';
import { beginCheckout, recordCheckout, refuseCheckout } from './begin-checkout';
import { thrownBy } from '../../testing/thrown-by';

const NOW = new Date('2026-03-10T10:00:00Z');
const STARTED = new Date('2026-03-10T09:58:00Z');
const invoice = anInvoice({ items: [anInvoiceItem({ unitPrice: minorUnits(10_000) })] });
const user = aUser();
const documents: CheckoutDocuments = { invoice, payment: null, user };
const command = {
  invoiceId: 'invoice-1',
  paymentId: 'payment-1',
  wish: undefined,
  isTest: true,
  actor: { uid: 'user-1', role: null, auditId: 'audit-1' },
};

test('the intent, whole: PENDING, what is due, at the gateway of the customer’s country', () => {
  expect(beginCheckout(documents, command, NOW)).toEqual({
    writes: [
      {
        op: 'create',
        path: 'payments/payment-1',
        fields: {
          userId: 'user-1',
          organizationId: null,
          gateway: 'paytr',
          gatewayPaymentId: null,
          isTest: true,
          invoiceIds: ['invoice-1'],
          installment: 1,
          paytrHash: null,
          amount: 12_000,
          surcharge: 0,
          fee: null,
          refundedAmount: 0,
          currency: 'TRY',
          status: 'PENDING',
          paymentMethodId: null,
          allocations: [],
          creditedToWallet: 0,
          checkout: null,
          metadata: {},
          failureReason: null,
          failedAt: null,
          processedAt: null,
        },
      },
      {
        op: 'create',
        path: 'auditLog/audit-1',
        fields: {
          actorId: 'user-1',
          actorRole: null,
          action: 'payment.checkout',
          subject: 'payments/payment-1',
          reason: null,
        },
      },
    ],
    result: {
      gateway: 'paytr',
      amount: 12_000,
      currency: 'TRY',
      invoiceNumber: 'HYB-202603-0042',
      user,
      startedAt: NOW,
      session: null,
    },
  });
});

test('what was paid already is not asked for again', () => {
  const partly = {
    ...invoice,
    status: 'PARTIAL' as const,
    amountPaid: minorUnits(5_000),
    amountDue: minorUnits(7_000),
  };
  expect(beginCheckout({ ...documents, invoice: partly }, command, NOW).result.amount).toBe(7_000);
});

test('the customer may switch to the other gateway', () => {
  expect(beginCheckout(documents, { ...command, wish: 'stripe' }, NOW).result.gateway).toBe('stripe');
});

test('a member of the organization may pay, and the payment is the member’s', () => {
  const ofOrganization = { ...invoice, userId: 'user-2', organizationId: 'org-1' };
  const member = aUser({ organizationIds: ['org-1'] });
  const { writes } = beginCheckout({ ...documents, invoice: ofOrganization, user: member }, command, NOW);
  expect(writes[0]?.fields).toMatchObject({ userId: 'user-1', organizationId: 'org-1' });
});

test('the same attempt again writes nothing and answers what the first one stored', () => {
  const payment = aPayment({ gateway: 'paytr', createdAt: STARTED });
  expect(beginCheckout({ ...documents, payment }, command, NOW)).toEqual({
    writes: [],
    result: {
      gateway: 'paytr',
      amount: 12_000,
      currency: 'TRY',
      invoiceNumber: 'HYB-202603-0042',
      user,
      startedAt: STARTED,
      session: payment.checkout,
    },
  });
});

test.each([
  ['no customer', { user: null }, 'USER_NOT_FOUND'],
  ['no invoice', { invoice: null }, 'INVOICE_NOT_FOUND'],
  ['somebody else’s invoice', { invoice: { ...invoice, userId: 'user-2' } }, 'INVOICE_NOT_FOUND'],
  ['a draft', { invoice: anInvoice({ status: 'DRAFT' }) }, 'INVOICE_NOT_ISSUED'],
  ['a paid invoice', { invoice: anInvoice({ status: 'PAID' }) }, 'INVOICE_ALREADY_PAID'],
  ['a cancelled invoice', { invoice: anInvoice({ status: 'CANCELLED' }) }, 'INVOICE_CANCELLED'],
  [
    'an invoice whose money is on its way',
    { invoice: { ...invoice, processingPaymentIds: ['payment-0'] } },
    'PAYMENT_PROCESSING',
  ],
  [
    'an attempt that failed',
    { payment: aPayment({ gateway: 'paytr', status: 'FAILED' }) },
    'PAYMENT_FINISHED',
  ],
  ['an attempt at another gateway', { payment: aPayment({ gateway: 'stripe' }) }, 'PAYMENT_FINISHED'],
  [
    'an attempt over another amount',
    { payment: aPayment({ gateway: 'paytr', amount: minorUnits(1) }) },
    'PAYMENT_FINISHED',
  ],
  [
    'an attempt to pay another invoice',
    { payment: aPayment({ gateway: 'paytr', invoiceIds: ['invoice-2'] }) },
    'PAYMENT_FINISHED',
  ],
])('refuses %s', (_edge, change, code) => {
  expect(thrownBy(() => beginCheckout({ ...documents, ...change }, command, NOW))).toMatchObject({ code });
});

test('refuses a gateway that cannot take the currency', () => {
  const inYen = { ...invoice, currency: 'JPY' };
  expect(
    thrownBy(() => beginCheckout({ ...documents, invoice: inYen }, { ...command, wish: 'paytr' }, NOW)),
  ).toMatchObject({ code: 'CURRENCY_UNSUPPORTED' });
});

const session = {
  kind: 'IFRAME',
  url: 'https://www.paytr.com/odeme/guvenli/token',
  gatewayCheckoutId: 'PAY1',
  expiresAt: NOW,
} as const;

test('the session is kept with the payment', () => {
  const kept = { op: 'update', path: 'payments/payment-1', fields: { checkout: session } };
  expect(recordCheckout({ payment: aPayment() }, { paymentId: 'payment-1', session }).writes).toEqual([kept]);
});

test('a session that opened after the payment ended is not kept', () => {
  for (const payment of [null, aPayment({ status: 'SUCCEEDED' }), aPayment({ status: 'FAILED' })]) {
    expect(recordCheckout({ payment }, { paymentId: 'payment-1', session }).writes).toEqual([]);
  }
});

test('a gateway’s no ends the payment', () => {
  const refused = refuseCheckout(
    { payment: aPayment({ checkout: null }) },
    { paymentId: 'payment-1', reason: 'OUTAGE' },
    NOW,
  );
  expect(refused.writes).toEqual([
    {
      op: 'update',
      path: 'payments/payment-1',
      fields: { status: 'FAILED', failureReason: 'OUTAGE', failedAt: NOW, processedAt: NOW },
    },
  ]);
});

test.each([
  ['is unknown', null],
  ['went on already', aPayment({ status: 'SUCCEEDED', checkout: null })],
  ['has a checkout open, from a quicker call of the same attempt', aPayment()],
])('a gateway’s no to a payment that %s changes nothing', (_edge, payment) => {
  const command = { paymentId: 'payment-1', reason: 'OUTAGE' } as const;
  expect(refuseCheckout({ payment }, command, NOW).writes).toEqual([]);
});
