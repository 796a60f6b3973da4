import fc from 'fast-check';
import { minorUnits } from '../../core/money';
import { bookProblems } from '../../finance/rules/check-books';
import type { PaymentFact } from '../../gateways/gateway';
import { issueInvoice } from '../../invoices/rules/issue-invoice';
import { anInvoice, anInvoiceItem } from '../../invoices/testing/invoice-factory';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Payment, PaymentFailure } from '../../schema/payment';
import { paymentFailure } from '../../schema/payment';
import type { Wallet } from '../../schema/wallet';
import { booksOf } from '../../testing/check-books';
import { schemaProblems } from '../../testing/check-schemas';
import type { Documents } from '../../testing/documents';
import { applyWrites } from '../../testing/documents';
import { aPayment, aUser } from '../../testing/factories';
import { applyFact } from './apply-fact';
import { beginCheckout } from './begin-checkout';

/**
 * 120,00 of which the wallet pays 20,00 and cards in one PayTR form are tried for the rest, over the rules alone:
 * whatever is heard in which order and how often, the part is spent or given back, and the books balance.
 */
const NOW = new Date('2026-03-10T12:00:00Z');
const actor = { uid: 'user-1', role: null, auditId: 'audit-1' };
const party = { name: 'S', email: 's@x.example', country: 'TR', address: 'A', taxId: '1', taxOffice: 'T' };
const payment = {
  paymentId: 'payment-1',
  owner: { userId: 'user-1', invoiceIds: ['invoice-1'], currency: 'TRY' },
};
const numbering = { prefix: 'HYB-CN', reset: 'never' } as const;

/** The top-up has come, the invoice is issued, and the attempt holds the wallet's part. */
const START = [topUp, issue, checkOut].reduce<Documents>((documents, step) => step(documents), new Map());

function topUp(documents: Documents): Documents {
  const amount = minorUnits(2_000);
  const begun = aPayment({ invoiceIds: [], amount });
  const withPayment = new Map(documents).set(paths.payment('top-up'), begun);
  const reference = { paymentId: 'top-up', owner: { ...payment.owner, invoiceIds: [] } };
  const news = { fact: succeeded(reference, amount), gateway: 'stripe', occurredAt: NOW, numbering } as const;
  const { writes } = applyFact({ payment: begun, invoices: [], wallet: null, counter: null }, news, NOW);
  return applyWrites(withPayment, writes, NOW);
}

function issue(documents: Documents): Documents {
  const items = [anInvoiceItem({ unitPrice: minorUnits(10_000) })];
  const invoice = anInvoice({ status: 'DRAFT', items });
  const command = { invoiceId: 'invoice-1', seller: party, numbering, actor };
  const { writes } = issueInvoice(
    { invoice, counter: null, user: aUser(), organization: null },
    command,
    NOW,
  );
  return applyWrites(new Map(documents).set(paths.invoice('invoice-1'), invoice), writes, NOW);
}

function checkOut(documents: Documents): Documents {
  const invoice = documents.get(paths.invoice('invoice-1')) as Invoice;
  const { writes } = beginCheckout(
    { payment: null, wallet: walletIn(documents) },
    {
      purchase: {
        invoices: [{ id: 'invoice-1', invoice }],
        organizationId: null,
        currency: 'TRY',
        amount: minorUnits(12_000),
        description: 'HYB-202603-0001',
      },
      paymentId: 'payment-1',
      userId: 'user-1',
      walletPaymentId: 'part-1',
      useWallet: true,
      gateway: 'paytr',
      gatewayCustomerId: null,
      paymentMethodId: null,
      isTest: true,
      user: aUser(),
      actor: { ...actor, auditId: 'audit-2' },
      action: 'payment.checkout',
    },
    NOW,
  );
  return applyWrites(documents, writes, NOW);
}

function walletIn(documents: Documents): Wallet | null {
  return (documents.get(paths.wallet('user-1', 'TRY')) ?? null) as Wallet | null;
}

function succeeded(reference: PaymentFact['payment'], amount = minorUnits(10_000)): PaymentFact {
  const [gatewayPaymentId, currency] = [`paid_${reference.paymentId}`, 'TRY'];
  const told = { amount, charged: amount, currency, installment: 1, isTest: true, paytrHash: null };
  return { kind: 'PAYMENT_SUCCEEDED', payment: reference, gatewayPaymentId, ...told };
}

const refused = (reason: PaymentFailure): PaymentFact => ({
  kind: 'PAYMENT_FAILED',
  payment,
  reason,
  isFinal: true,
});

/** The same documents with the news heard, after which everything must add up. */
function hear(documents: Documents, fact: PaymentFact): Documents {
  const found = {
    payment: documents.get(paths.payment('payment-1')) as Payment,
    invoices: [{ id: 'invoice-1', invoice: documents.get(paths.invoice('invoice-1')) as Invoice }],
    wallet: walletIn(documents),
    counter: null,
  };
  const { writes } = applyFact(found, { fact, gateway: 'paytr', occurredAt: NOW, numbering }, NOW);
  const after = applyWrites(documents, writes, NOW);
  expect([...bookProblems(booksOf(after)), ...schemaProblems(after)]).toEqual([]);
  return after;
}

function outcome(documents: Documents) {
  const { status, amountPaid } = documents.get(paths.invoice('invoice-1')) as Invoice;
  const { walletPart } = documents.get(paths.payment('payment-1')) as Payment;
  return { status, amountPaid, balance: walletIn(documents)?.balance, part: walletPart?.status };
}

const PAID = { status: 'PAID', amountPaid: 12_000, balance: 0, part: 'CAPTURED' };
const PARTIAL = { status: 'PARTIAL', amountPaid: 10_000, balance: 2_000, part: 'RELEASED' };
const refusals = paymentFailure.options.filter((reason) => reason !== 'ABANDONED' && reason !== 'OUTAGE');

test('refused cards and a good one, in any order and any number of times: paid as the customer agreed', () => {
  const told = fc.array(fc.constantFrom(...refusals), { maxLength: 4 }).chain((reasons) => {
    const all = [...reasons.map(refused), succeeded(payment), succeeded(payment)];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
  fc.assert(
    fc.property(told, (news) => {
      expect(outcome(news.reduce(hear, START))).toEqual(PAID);
    }),
    { numRuns: 300 },
  );
});

test('whatever is heard, the part is spent or in the wallet, never both and never lost', () => {
  const any = fc.oneof(
    fc.constantFrom(...paymentFailure.options).map(refused),
    fc.constant(succeeded(payment)),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 6 }), (news) => {
      const isPaid = news.some(({ kind }) => kind === 'PAYMENT_SUCCEEDED');
      const end = outcome(news.reduce(hear, START));
      if (isPaid) expect([PAID, PARTIAL]).toContainEqual(end);
      else expect(end).toMatchObject({ amountPaid: 0, balance: news.length === 0 ? 0 : 2_000 });
    }),
    { numRuns: 300 },
  );
});

test('given up, then paid all the same: the part stays in the wallet', () => {
  expect(outcome([refused('ABANDONED'), succeeded(payment)].reduce(hear, START))).toEqual(PARTIAL);
});
