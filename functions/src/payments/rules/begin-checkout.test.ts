import { minorUnits } from '../../core/money';
import { anInvoice, anInvoiceItem } from '../../invoices/testing/invoice-factory';
import { aPayment, aUser } from '../../testing/factories';
import { thrownBy } from '../../testing/thrown-by';
import type { CheckoutCommand } from './begin-checkout';
import { amountToPay, beginCheckout, giveUpOpening, recordCheckout, refuseCheckout } from './begin-checkout';
import { newPayment } from './new-payment';

const NOW = new Date('2026-03-10T10:00:00Z');
const STARTED = new Date('2026-03-10T09:58:00Z');
const user = aUser();
/** 120,00 TRY. */
const invoice = anInvoice({ items: [anInvoiceItem({ unitPrice: minorUnits(10_000) })] });
const purchase = {
  invoices: [{ id: 'invoice-1', invoice }],
  organizationId: null,
  currency: 'TRY',
  amount: minorUnits(12_000),
  description: 'HYB-202603-0042',
};
const command: CheckoutCommand = {
  purchase,
  paymentId: 'payment-1',
  userId: 'user-1',
  walletPaymentId: 'payment-1w',
  useWallet: false,
  gateway: 'paytr',
  gatewayCustomerId: null,
  paymentMethodId: null,
  isTest: true,
  user,
  actor: { uid: 'user-1', role: null, auditId: 'audit-1' },
  action: 'payment.checkout',
};
const walletOf = (balance: number) => ({
  userId: 'user-1',
  currency: 'TRY',
  balance: minorUnits(balance),
  createdAt: STARTED,
  updatedAt: STARTED,
});
const NOTHING = { payment: null, wallet: null };
const given = {
  userId: 'user-1',
  organizationId: null,
  isTest: true,
  invoiceIds: ['invoice-1'],
  currency: 'TRY',
};
const audit = {
  op: 'create',
  path: 'auditLog/audit-1',
  fields: {
    actorId: 'user-1',
    actorRole: null,
    action: 'payment.checkout',
    subject: 'payments/payment-1',
    reason: null,
  },
};
const intent = {
  gateway: 'paytr',
  amount: 12_000,
  currency: 'TRY',
  invoiceIds: ['invoice-1'],
  description: 'HYB-202603-0042',
  user,
  gatewayCustomerId: null,
  startedAt: NOW,
  session: null,
  openingUntil: new Date('2026-03-10T10:00:30Z'),
};
const { openingUntil } = intent;
const NEXT_CHECK = new Date('2026-03-10T11:30:00Z');

test('the intent, whole: PENDING, what is due, to be asked about when no news comes', () => {
  const fields = newPayment(
    { ...given, gateway: 'paytr', amount: minorUnits(12_000) },
    { openingUntil, nextCheckAt: NEXT_CHECK },
  );
  expect(beginCheckout(NOTHING, command, NOW)).toEqual({
    writes: [{ op: 'create', path: 'payments/payment-1', fields }, audit],
    result: intent,
  });
});

describe('with the wallet', () => {
  const withWallet = { ...command, useWallet: true };

  test('its balance is held as a payment of its own, and the gateway takes the rest', () => {
    const { writes, result } = beginCheckout({ payment: null, wallet: walletOf(2_000) }, withWallet, NOW);
    expect(result).toEqual({ ...intent, amount: 10_000 });
    expect(writes).toEqual([
      {
        op: 'create',
        path: 'payments/payment-1',
        fields: newPayment(
          { ...given, gateway: 'paytr', amount: minorUnits(10_000) },
          {
            walletPart: { paymentId: 'payment-1w', amount: minorUnits(2_000), status: 'HELD' },
            openingUntil,
            nextCheckAt: NEXT_CHECK,
          },
        ),
      },
      {
        op: 'create',
        path: 'payments/payment-1w',
        fields: newPayment(
          { ...given, gateway: 'wallet', amount: minorUnits(2_000) },
          { partOf: 'payment-1' },
        ),
      },
      { op: 'update', path: 'wallets/user-1_TRY', fields: { balance: 0 } },
      {
        op: 'create',
        path: 'wallets/user-1_TRY/entries/spend_payment-1w',
        fields: {
          userId: 'user-1',
          amount: -2_000,
          kind: 'SPEND',
          reason: null,
          paymentId: 'payment-1w',
          balanceAfter: 0,
        },
      },
      {
        op: 'create',
        path: 'journal/hold_payment-1w',
        fields: {
          date: NOW,
          kind: 'WALLET_HELD',
          currency: 'TRY',
          refs: { invoiceIds: ['invoice-1'], paymentId: 'payment-1w' },
          lines: [
            { account: 'walletLiability', debit: 2_000, credit: 0 },
            { account: 'walletHolds', debit: 0, credit: 2_000 },
          ],
        },
      },
      audit,
    ]);
  });

  test('that covers all of it, the invoices are paid at once and no gateway is needed', () => {
    const { writes, result } = beginCheckout({ payment: null, wallet: walletOf(12_001) }, withWallet, NOW);
    expect(result).toBeNull();
    expect(writes).toContainEqual({
      op: 'create',
      path: 'payments/payment-1',
      fields: newPayment(
        { ...given, gateway: 'wallet', amount: minorUnits(12_000) },
        {
          status: 'SUCCEEDED',
          allocations: [
            {
              invoiceId: 'invoice-1',
              amount: minorUnits(12_000),
              refundedAmount: minorUnits(0),
              allocatedAt: NOW,
            },
          ],
          processedAt: NOW,
        },
      ),
    });
    expect(writes).toContainEqual(
      expect.objectContaining({
        path: 'invoices/invoice-1',
        fields: expect.objectContaining({ status: 'PAID', amountDue: 0 }) as object,
      }),
    );
    expect(writes).toContainEqual({
      op: 'update',
      path: 'wallets/user-1_TRY',
      fields: { balance: 1 },
    });
    expect(writes).toContainEqual(expect.objectContaining({ path: 'events/invoice.paid_invoice-1' }));
  });

  test.each([
    ['none', null],
    ['an empty one', walletOf(0)],
    ['one in debt', walletOf(-500)],
  ])('%s: the gateway takes all', (_edge, wallet) => {
    const { writes, result } = beginCheckout({ payment: null, wallet }, withWallet, NOW);
    expect(result).toEqual(intent);
    expect(writes).toHaveLength(2);
  });

  test('that the customer does not want to use stays as it is', () => {
    expect(beginCheckout({ payment: null, wallet: walletOf(12_000) }, command, NOW).result).toEqual(intent);
  });
});

test('a top-up pays no invoice', () => {
  const topUp = { ...command, purchase: { ...purchase, invoices: [] }, action: 'wallet.topUp' } as const;
  const { writes } = beginCheckout(NOTHING, topUp, NOW);
  expect(writes[0]?.fields).toMatchObject({ invoiceIds: [], amount: 12_000 });
  expect(writes[1]?.fields).toMatchObject({ action: 'wallet.topUp' });
});

describe('the same attempt again', () => {
  const resume = (override: Parameters<typeof aPayment>[0], change: Partial<CheckoutCommand> = {}) =>
    beginCheckout(
      { payment: aPayment({ gateway: 'paytr', createdAt: STARTED, ...override }), wallet: null },
      { ...command, ...change },
      NOW,
    );

  test('writes nothing and answers what the first call stored', () => {
    const session = aPayment().checkout;
    expect(resume({})).toEqual({
      writes: [],
      result: { ...intent, startedAt: STARTED, session, openingUntil: null },
    });
  });

  test('goes on where no page was opened, and has it to itself', () => {
    expect(resume({ checkout: null })).toEqual({
      writes: [{ op: 'update', path: 'payments/payment-1', fields: { openingUntil } }],
      result: { ...intent, startedAt: STARTED },
    });
  });

  test('while another call opens the page has to come again, and goes on when that one has died', () => {
    const opening = (until: string) => ({ checkout: null, openingUntil: new Date(until) });
    expect(thrownBy(() => resume(opening('2026-03-10T10:00:00.001Z')))).toMatchObject({
      code: 'PAYMENT_OPENING',
    });
    expect(resume(opening('2026-03-10T10:00:00Z')).result).toMatchObject({ session: null, openingUntil });
  });

  test('with a wallet part asks the gateway for the rest', () => {
    const walletPart = { paymentId: 'payment-1w', amount: minorUnits(2_000), status: 'HELD' } as const;
    expect(resume({ amount: minorUnits(10_000), walletPart }).result?.amount).toBe(10_000);
  });

  test('that the wallet paid needs no gateway', () => {
    expect(resume({ gateway: 'wallet', status: 'SUCCEEDED' })).toEqual({ writes: [], result: null });
  });

  test.each<[string, Parameters<typeof aPayment>[0]]>([
    ['that failed', { status: 'FAILED' }],
    ['at another gateway', { gateway: 'stripe' }],
    ['over another amount', { amount: minorUnits(1) }],
    ['to pay another invoice', { invoiceIds: ['invoice-2'] }],
    ['to pay more invoices', { invoiceIds: ['invoice-1', 'invoice-2'] }],
  ])('%s is over', (_edge, override) => {
    expect(thrownBy(() => resume(override))).toMatchObject({ code: 'PAYMENT_FINISHED' });
  });
});

test('what is due is paid, or the part of it that the customer names', () => {
  const due = minorUnits(500);
  expect(amountToPay(due, undefined)).toBe(500);
  expect(amountToPay(due, 500)).toBe(500);
  expect(amountToPay(due, 20)).toBe(20);
  expect(thrownBy(() => amountToPay(due, 501))).toMatchObject({ code: 'AMOUNT_EXCEEDS_DUE' });
});

const session = {
  kind: 'IFRAME',
  method: 'card',
  url: 'https://www.paytr.com/odeme/guvenli/token',
  gatewayCheckoutId: 'PAY1',
  expiresAt: NOW,
} as const;

const record = (payment: ReturnType<typeof aPayment> | null) =>
  recordCheckout({ payment }, { paymentId: 'payment-1', session, openingUntil }).writes;

test('the session is kept with the payment, and when to ask about it', () => {
  const nextCheckAt = new Date('2026-03-10T10:15:00Z');
  const fields = { openingUntil: null, checkout: session, gatewayCheckoutId: 'PAY1', nextCheckAt };
  expect(record(aPayment({ checkout: null, openingUntil }))).toEqual([
    { op: 'update', path: 'payments/payment-1', fields },
  ]);
});

test('a session that is kept already stays, when only the commit’s answer was lost', () => {
  expect(record(aPayment({ checkout: session }))).toEqual([]);
});

test('a session of a call that another one has overtaken is not handed out: the gateway has closed its page', () => {
  const later = new Date('2026-03-10T10:01:00Z');
  for (const overtaken of [{ openingUntil: later }, { openingUntil: null, checkout: aPayment().checkout }]) {
    expect(thrownBy(() => record(aPayment({ checkout: null, ...overtaken })))).toMatchObject({
      code: 'PAYMENT_OPENING',
    });
  }
});

describe('without an answer', () => {
  const giveUp = (payment: ReturnType<typeof aPayment> | null) =>
    giveUpOpening({ payment }, { paymentId: 'payment-1', openingUntil }).writes;

  test('the attempt may be continued at once', () => {
    expect(giveUp(aPayment({ checkout: null, openingUntil }))).toEqual([
      { op: 'update', path: 'payments/payment-1', fields: { openingUntil: null } },
    ]);
  });

  test('what another call does meanwhile is left alone', () => {
    expect(giveUp(aPayment({ openingUntil: new Date('2026-03-10T10:01:00Z') }))).toEqual([]);
    expect(giveUp(null)).toEqual([]);
  });
});

test('a session that opened after the payment ended is not handed out: nobody may pay what was given up', () => {
  for (const payment of [null, aPayment({ status: 'SUCCEEDED' }), aPayment({ status: 'FAILED' })]) {
    expect(thrownBy(() => record(payment))).toMatchObject({ code: 'PAYMENT_FINISHED' });
  }
});

describe('a gateway’s no', () => {
  const refuse = (payment: ReturnType<typeof aPayment> | null, balance = 0) =>
    refuseCheckout(
      { payment, invoices: purchase.invoices, wallet: walletOf(balance) },
      { paymentId: 'payment-1', reason: 'OUTAGE' },
      NOW,
    ).writes;
  const ended = {
    status: 'FAILED',
    failureReason: 'OUTAGE',
    failedAt: NOW,
    processedAt: NOW,
  };

  test('ends the payment', () => {
    expect(refuse(aPayment({ checkout: null }))).toEqual([
      { op: 'update', path: 'payments/payment-1', fields: { ...ended, checkout: null, nextCheckAt: null } },
    ]);
  });

  test('gives the wallet’s part back', () => {
    const walletPart = { paymentId: 'payment-1w', amount: minorUnits(2_000), status: 'HELD' } as const;
    const writes = refuse(aPayment({ checkout: null, walletPart }), 300);
    const part = { status: 'FAILED', processedAt: NOW };
    expect(writes).toContainEqual({ op: 'update', path: 'payments/payment-1w', fields: part });
    expect(writes).toContainEqual({ op: 'update', path: 'wallets/user-1_TRY', fields: { balance: 2_300 } });
    expect(writes[0]?.fields).toMatchObject({ walletPart: { status: 'RELEASED' } });
  });

  test.each([
    ['is unknown', null],
    ['went on already', aPayment({ status: 'SUCCEEDED', checkout: null })],
    ['has a checkout open, from a quicker call of the same attempt', aPayment()],
  ])('to a payment that %s changes nothing', (_edge, payment) => {
    expect(refuse(payment)).toEqual([]);
  });
});
