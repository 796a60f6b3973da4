import fc from 'fast-check';
import { minorUnits } from '../../core/money';
import { startOfDay } from '../../core/calendar';
import type { SettlementFact } from '../../gateways/gateway';
import { cancelInvoice } from '../../invoices/rules/cancel-invoice';
import { issueInvoice } from '../../invoices/rules/issue-invoice';
import { anInvoice, anInvoiceItem } from '../../invoices/testing/invoice-factory';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Payment } from '../../schema/payment';
import { paymentFailure } from '../../schema/payment';
import type { Wallet } from '../../schema/wallet';
import { bookProblems } from '../../finance/rules/check-books';
import { booksOf } from '../../testing/check-books';
import { schemaProblems } from '../../testing/check-schemas';
import type { Documents } from '../../testing/documents';
import { applyWrites } from '../../testing/documents';
import { aPayment, aUser } from '../../testing/factories';
import { applyFact } from './apply-fact';

/**
 * Law 2 and law 3 over the rules alone: whatever order the news comes in and however often, the documents end
 * alike, and after every single step the books balance.
 */
const NOW = new Date('2026-03-10T12:00:00Z');
const actor = { uid: 'finance-1', role: 'finance', auditId: 'audit-1' };
const party = { name: 'S', email: 's@x.example', country: 'TR', address: 'A', taxId: '1', taxOffice: 'T' };
const PAYMENTS = ['payment-1', 'payment-2', 'payment-3'];
const INVOICE_IDS = ['invoice-1', 'invoice-2'];

/** News of one payment, at one of a few seconds, so that some of it coincides. */
const news = (paymentIds: readonly string[], kinds: readonly SettlementFact['kind'][]) =>
  fc
    .record({
      paymentId: fc.constantFrom(...paymentIds),
      kind: fc.constantFrom(...kinds),
      second: fc.integer({ min: 0, max: 3 }),
      reason: fc.constantFrom(...paymentFailure.options),
      isFinal: fc.boolean(),
    })
    .map(({ paymentId, kind, second, reason, isFinal }): News => {
      const payment = { paymentId, owner: { userId: 'user-1', invoiceIds: INVOICE_IDS, currency: 'TRY' } };
      const occurredAt = new Date(NOW.getTime() - 10_000 + second * 1_000);
      return { occurredAt, fact: factOf(kind, payment, reason, isFinal) };
    });

interface News {
  readonly occurredAt: Date;
  readonly fact: SettlementFact;
}

function factOf(
  kind: SettlementFact['kind'],
  payment: SettlementFact['payment'],
  reason: (typeof paymentFailure.options)[number],
  isFinal: boolean,
): SettlementFact {
  switch (kind) {
    case 'PAYMENT_FAILED':
      return { kind, payment, reason, isFinal };
    case 'PAYMENT_PROCESSING':
      return { kind, payment };
    case 'PAYMENT_SUCCEEDED':
      return {
        kind,
        payment,
        gatewayPaymentId: `pi_${payment.paymentId}`,
        amount: AMOUNT,
        charged: minorUnits(AMOUNT + 7),
        currency: 'TRY',
        installment: 1,
        isTest: true,
        paytrHash: null,
      };
  }
}

/** Of two invoices over 120,00: one payment pays one and a bit, three pay more than both. */
const AMOUNT = minorUnits(15_000);

function issued(documents: Documents, invoiceId: string): Documents {
  const draft = anInvoice({
    status: 'DRAFT',
    items: [anInvoiceItem({ unitPrice: minorUnits(10_000) })],
    dueDate: startOfDay('2026-03-20'),
  });
  const withDraft = new Map(documents).set(paths.invoice(invoiceId), draft);
  const { writes } = issueInvoice(
    {
      invoice: draft,
      counter: (documents.get(paths.invoiceNumberCounter) ?? null) as never,
      user: aUser(),
      organization: null,
    },
    {
      invoiceId,
      seller: party,
      numbering: { prefix: 'HYB', reset: 'never' },
      actor: { ...actor, auditId: `issue-${invoiceId}` },
    },
    NOW,
  );
  return applyWrites(withDraft, writes, NOW);
}

const START: Documents = new Map([
  ...INVOICE_IDS.reduce<Documents>(issued, new Map()),
  ...PAYMENTS.map(
    (id) => [paths.payment(id), aPayment({ amount: AMOUNT, invoiceIds: INVOICE_IDS })] as const,
  ),
]);

function hear(documents: Documents, { occurredAt, fact }: News): Documents {
  const { writes } = applyFact(
    {
      payment: documents.get(paths.payment(fact.payment.paymentId)) as Payment,
      invoices: INVOICE_IDS.map((id) => ({ id, invoice: documents.get(paths.invoice(id)) as Invoice })),
      wallet: (documents.get(paths.wallet('user-1', 'TRY')) ?? null) as Wallet | null,
      counter: null,
    },
    { gateway: 'stripe', occurredAt, fact, numbering: { prefix: 'CN', reset: 'never' } },
    NOW,
  );
  return applyWrites(documents, writes, NOW);
}

function cancel(documents: Documents, invoiceId: string): Documents {
  const invoice = documents.get(paths.invoice(invoiceId)) as Invoice;
  try {
    const command = { invoiceId, reason: 'r', actor: { ...actor, auditId: `cancel-${invoiceId}` } };
    return applyWrites(documents, cancelInvoice({ invoice }, command, NOW).writes, NOW);
  } catch {
    return documents; // Refused because of payments: nothing changes.
  }
}

const ALL_KINDS = ['PAYMENT_SUCCEEDED', 'PAYMENT_PROCESSING', 'PAYMENT_FAILED'] as const;

/** A list of news, and the same news in another order with some of it repeated. */
function reordered(all: fc.Arbitrary<News[]>) {
  return all.chain((told) =>
    fc.tuple(
      fc.constant(told),
      fc
        .array(fc.constantFrom(...told), { maxLength: 4 })
        .chain((again) =>
          fc.shuffledSubarray([...told, ...again], { minLength: told.length + again.length }),
        ),
    ),
  );
}

test('the same news of a payment in any order, any number of times, ends in the same documents', () => {
  const told = fc.array(news(['payment-1'], ALL_KINDS), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(reordered(told), ([once, again]) => {
      expect(again.reduce(hear, START)).toEqual(once.reduce(hear, START));
    }),
    { numRuns: 1_000 },
  );
});

test('money of several payments in any order: the same sums, whichever of them was first', () => {
  const told = fc.array(news(PAYMENTS, ALL_KINDS), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(reordered(told), ([once, again]) => {
      expect(sums(again.reduce(hear, START))).toEqual(sums(once.reduce(hear, START)));
    }),
    { numRuns: 500 },
  );
});

/** What must not depend on which of two payments came first; which of them was the second one may. */
function sums(documents: Documents) {
  const payments = PAYMENTS.map((id) => documents.get(paths.payment(id)) as Payment);
  return {
    invoices: INVOICE_IDS.map((id) => documents.get(paths.invoice(id))).map((invoice) => ({
      status: invoice?.status as string,
      amountPaid: invoice?.amountPaid as number,
      processing: [...((invoice?.processingPaymentIds as string[] | undefined) ?? [])].sort(),
    })),
    wallet: documents.get(paths.wallet('user-1', 'TRY'))?.balance as number | undefined,
    payments: payments.map(({ status, failureReason }) => ({ status, failureReason })),
  };
}

test('after every step, cancellations between them included, the books balance and every document is valid', () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: news(PAYMENTS, ALL_KINDS).map((one) => (at: Documents) => hear(at, one)) },
    { weight: 1, arbitrary: fc.constantFrom(...INVOICE_IDS).map((id) => (at: Documents) => cancel(at, id)) },
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
      steps.reduce((documents, next) => {
        const after = next(documents);
        expect(bookProblems(booksOf(after))).toEqual([]);
        expect(schemaProblems(after)).toEqual([]);
        return after;
      }, START);
    }),
    { numRuns: 300 },
  );
});

test('no money vanishes: what the payments brought is on invoices or in the wallet', () => {
  fc.assert(
    fc.property(fc.array(news(PAYMENTS, ALL_KINDS), { maxLength: 8 }), (told) => {
      const end = told.reduce(hear, START);
      const arrived = PAYMENTS.filter(
        (id) => (end.get(paths.payment(id)) as Payment).status === 'SUCCEEDED',
      ).length;
      const onInvoices = INVOICE_IDS.map((id) => (end.get(paths.invoice(id)) as Invoice).amountPaid);
      const inWallet = (end.get(paths.wallet('user-1', 'TRY')) as Wallet | undefined)?.balance ?? 0;
      expect(onInvoices.reduce((sum: number, paid) => sum + paid, inWallet)).toBe(arrived * AMOUNT);
    }),
  );
});
