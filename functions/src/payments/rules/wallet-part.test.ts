import { minorUnits } from '../../core/money';
import { anInvoice, anInvoiceItem } from '../../invoices/testing/invoice-factory';
import type { Payment, WalletPart } from '../../schema/payment';
import { aPayment } from '../../testing/factories';
import type { PaymentDocuments } from './apply-fact';
import { applyFact } from './apply-fact';
import { endPayment } from './end-payment';

/** 100,00, of which the wallet's part is 20,00 and the gateway's 80,00. */
const NOW = new Date('2026-03-10T10:00:00Z');
const numbering = { prefix: 'HYB-CN', reset: 'never' } as const;
const reference = {
  paymentId: 'payment-1',
  owner: { userId: 'user-1', invoiceIds: ['invoice-1'], currency: 'TRY' },
};

function documents(
  part: WalletPart['status'],
  status: Payment['status'],
  balance: number,
  failureReason: Payment['failureReason'] = status === 'FAILED' ? 'ABANDONED' : null,
): PaymentDocuments {
  const items = [anInvoiceItem({ unitPrice: minorUnits(10_000), taxRate: 0 })];
  const walletPart = { paymentId: 'part-1', amount: minorUnits(2_000), status: part };
  return {
    payment: aPayment({ amount: minorUnits(8_000), walletPart, status, failureReason }),
    invoices: [{ id: 'invoice-1', invoice: anInvoice({ status: 'PENDING', items }) }],
    wallet: { balance: minorUnits(balance) },
    counter: null,
  };
}

function succeeded(found: ReturnType<typeof documents>) {
  const fact = {
    kind: 'PAYMENT_SUCCEEDED',
    payment: reference,
    gatewayPaymentId: 'pi_1',
    amount: minorUnits(8_000),
    charged: minorUnits(8_000),
    currency: 'TRY',
    installment: 1,
    isTest: true,
    paytrHash: null,
  } as const;
  return applyFact(found, { fact, gateway: 'stripe', occurredAt: NOW, numbering }, NOW).writes;
}

const fieldsAt = (writes: readonly { path: string; fields: object }[], path: string) =>
  writes.filter((write) => write.path === path).map(({ fields }) => fields);

test('a held part is spent with the gateway’s money', () => {
  const writes = succeeded(documents('HELD', 'PENDING', 0));
  expect(fieldsAt(writes, 'payments/payment-1')).toMatchObject([{ walletPart: { status: 'CAPTURED' } }]);
  expect(fieldsAt(writes, 'payments/part-1')).toMatchObject([{ status: 'SUCCEEDED' }]);
  expect(fieldsAt(writes, 'invoices/invoice-1')).toMatchObject([{ status: 'PAID', amountPaid: 10_000 }]);
});

test('a part that went back is not spent when the money of an attempt comes that was given up', () => {
  const writes = succeeded(documents('RELEASED', 'FAILED', 2_000));
  expect(fieldsAt(writes, 'payments/part-1')).toEqual([]);
  expect(fieldsAt(writes, 'payments/payment-1')[0]).not.toHaveProperty('walletPart');
  expect(fieldsAt(writes, 'invoices/invoice-1')).toMatchObject([
    { status: 'PARTIAL', amountPaid: 8_000, amountDue: 2_000 },
  ]);
});

describe('a card refused, and the next one in the same form pays', () => {
  const refused = (balance: number) => documents('RELEASED', 'FAILED', balance, 'FUNDS');
  const isTaken = (found: ReturnType<typeof documents>) =>
    fieldsAt(succeeded(found), 'payments/part-1').length > 0;

  test('the part is taken out of the balance again, and the invoice is paid', () => {
    const writes = succeeded(refused(2_500));
    expect(fieldsAt(writes, 'payments/payment-1')).toMatchObject([
      { status: 'SUCCEEDED', walletPart: { status: 'CAPTURED', amount: 2_000 } },
    ]);
    expect(fieldsAt(writes, 'payments/part-1')).toMatchObject([
      { status: 'SUCCEEDED', allocations: [{ invoiceId: 'invoice-1', amount: 2_000 }], creditedToWallet: 0 },
    ]);
    expect(fieldsAt(writes, 'invoices/invoice-1')).toMatchObject([{ status: 'PAID', amountPaid: 10_000 }]);
    expect(fieldsAt(writes, 'wallets/user-1_TRY')).toEqual([{ balance: 500 }]);
    expect(fieldsAt(writes, 'wallets/user-1_TRY/entries/respend_part-1')).toMatchObject([
      { amount: -2_000, kind: 'SPEND', paymentId: 'part-1', balanceAfter: 500 },
    ]);
    expect(fieldsAt(writes, 'journal/payment_part-1')).toMatchObject([
      {
        kind: 'WALLET_SPENT',
        lines: [
          { account: 'walletLiability', debit: 2_000, credit: 0 },
          { account: 'receivables', debit: 0, credit: 2_000 },
        ],
      },
    ]);
  });

  test.each([
    ['a kuruş of it was spent meanwhile', refused(1_999), false],
    ['exactly it is there', refused(2_000), true],
    ['there is no wallet', { ...refused(0), wallet: null }, false],
    ['the customer left the form', documents('RELEASED', 'FAILED', 2_000, 'ABANDONED'), false],
    ['the gateway was down', documents('RELEASED', 'FAILED', 2_000, 'OUTAGE'), false],
    ['it was spent before', documents('CAPTURED', 'FAILED', 2_000, 'FUNDS'), false],
  ])('%s', (_edge, found, expected) => {
    expect(isTaken(found)).toBe(expected);
  });

  test('an invoice that owes less by now takes the card’s money alone', () => {
    const found = refused(2_000);
    const invoices = found.invoices.map(({ id, invoice }) => ({
      id,
      invoice: { ...invoice, amountPaid: minorUnits(1), amountDue: minorUnits(9_999) },
    }));
    expect(isTaken({ ...found, invoices })).toBe(false);
  });
});

test('a held part goes back into the balance when the payment ends', () => {
  const writes = endPayment(documents('HELD', 'PENDING', 500), 'payment-1', {}, NOW);
  expect(fieldsAt(writes, 'payments/payment-1')).toMatchObject([{ walletPart: { status: 'RELEASED' } }]);
  expect(fieldsAt(writes, 'payments/part-1')).toEqual([{ status: 'FAILED', processedAt: NOW }]);
  expect(fieldsAt(writes, 'wallets/user-1_TRY')).toEqual([{ balance: 2_500 }]);
});

test.each(['RELEASED', 'CAPTURED'] as const)('a part that is %s does not go back', (status) => {
  const writes = endPayment(documents(status, 'PENDING', 500), 'payment-1', {}, NOW);
  expect(writes.map(({ path }) => path)).toEqual(['payments/payment-1']);
  expect(writes[0]?.fields).not.toHaveProperty('walletPart');
});
