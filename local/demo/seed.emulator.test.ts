import { deleteApp, initializeApp } from 'firebase-admin/app';
import type { App } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import type { Firestore } from 'firebase-admin/firestore';
import { randomUUID } from 'node:crypto';
import { dayOf } from '../../functions/src/core/calendar';
import { renderInvoicePdf } from '../../functions/src/invoices/pdf/render-invoice';
import type { BankTransaction } from '../../functions/src/schema/bank-transaction';
import type { Difference } from '../../functions/src/schema/difference';
import type { GatewayEventRecord } from '../../functions/src/schema/gateway-event';
import { invoiceStatus } from '../../functions/src/schema/invoice';
import type { Invoice } from '../../functions/src/schema/invoice';
import type { Payment } from '../../functions/src/schema/payment';
import type { Refund } from '../../functions/src/schema/refund';
import type { DunningAttempt, Subscription } from '../../functions/src/schema/subscription';
import type { WalletEntry } from '../../functions/src/schema/wallet';
import { bookProblems } from '../../functions/src/finance/rules/check-books';
import { booksOf } from '../../functions/src/testing/check-books';
import { schemaProblems } from '../../functions/src/testing/check-schemas';
import { changes, dump, inCollection } from '../../functions/src/testing/documents';
import type { Documents } from '../../functions/src/testing/documents';
import { organization, people } from './people';
import { productId } from './products';
import { fill } from './seed';
import { summaryText } from './summary';
import type { DemoSummary } from './summary';

const now = new Date('2026-11-20T10:30:00Z');

let app: App;
let db: Firestore;
let summary: DemoSummary;
let documents: Documents;
let signedUp: string[];

const signUp = ({ uid }: { uid: string }) => Promise.resolve(void signedUp.push(uid));
const invoices = () => inCollection<Invoice>(documents, 'invoices/*');
const payments = () => inCollection<Payment>(documents, 'payments/*');

beforeAll(async () => {
  signedUp = [];
  app = initializeApp({ projectId: `demo-${randomUUID()}` }, randomUUID());
  db = getFirestore(app);
  summary = await fill(db, signUp, now);
  documents = await dump(db);
  // Seconds on an idle machine; the workers of a whole run share two cores and one emulator.
}, 180_000);

afterAll(() => deleteApp(app));

const customers: [string, (invoice: Invoice) => boolean][] = [
  ['Turkey', (invoice) => invoice.userId === people.ayse.uid],
  ['Germany', (invoice) => invoice.userId === people.gulsen.uid],
  ['United States', (invoice) => invoice.userId === people.olivia.uid],
  ['organization', (invoice) => invoice.organizationId === organization.id],
];
test.each(customers)('%s: there is an invoice in every status', (_label, isTheirs) => {
  const statuses = new Set(
    invoices()
      .filter(isTheirs)
      .map(({ status }) => status),
  );
  expect([...statuses].sort()).toEqual([...invoiceStatus.options].sort());
});

test('numbers have no gaps and rise with the dates of issue', () => {
  const issued = invoices()
    .filter(({ issueDate }) => issueDate !== null)
    .sort((a, b) => Number(a.issueDate) - Number(b.issueDate));
  expect(issued.map(({ invoiceNumber }) => invoiceNumber)).toEqual(
    issued.map(({ issueDate }, index) => {
      const month = dayOf(issueDate ?? now)
        .slice(0, 7)
        .replace('-', '');
      return `HYB-${month}-${String(index + 1).padStart(4, '0')}`;
    }),
  );
});

test('finance has something to do: bank lines with and without a proposal, and a difference', () => {
  const lines = inCollection<BankTransaction>(documents, 'bankTransactions/*');
  const found = lines.map(({ status, proposal }) => `${status} ${proposal?.basis ?? 'no proposal'}`);
  expect(found.sort()).toEqual([
    'DISMISSED no proposal',
    'MATCHED NUMBER_AND_AMOUNT',
    'OPEN NUMBER',
    'OPEN NUMBER_AND_AMOUNT',
    'OPEN no proposal',
  ]);
  const differences = inCollection<Difference>(documents, 'differences/*');
  expect(differences.map(({ status, kind }) => [status, kind])).toEqual([['OPEN', 'AMOUNT_DIFFERS']]);
});

test('gateways kept fees, a cardholder objects, and one failed event waits while another is settled', () => {
  const settled = payments().filter(
    ({ gateway, status, processedAt }) =>
      (gateway === 'stripe' || gateway === 'paytr') &&
      status === 'SUCCEEDED' &&
      processedAt !== null &&
      processedAt < new Date('2026-11-18T00:00:00Z'),
  );
  expect(settled.length).toBeGreaterThan(20);
  expect(settled.filter(({ fee }) => fee === null)).toEqual([]);
  expect(payments().flatMap(({ disputes }) => disputes)).toMatchObject([{ status: 'OPEN' }]);
  const events = inCollection<GatewayEventRecord>(documents, 'gatewayEvents/*');
  expect(new Set(events.map(({ outcome }) => outcome))).toEqual(new Set(['APPLIED', 'IGNORED', 'FAILED']));
  const failed = events.filter(({ outcome }) => outcome === 'FAILED');
  expect(failed.map(({ acknowledgement }) => acknowledgement !== null).sort()).toEqual([false, true]);
});

test('every document fits its schema, and the books balance', () => {
  expect(schemaProblems(documents)).toEqual([]);
  expect(bookProblems(booksOf(documents))).toEqual([]);
});

test('nothing happens in the future, nothing before it was begun', () => {
  const instants = [...documents.values()].flatMap(
    ({ createdAt, updatedAt }) => [createdAt, updatedAt] as Date[],
  );
  expect(instants.filter((instant) => instant > now)).toEqual([]);
  expect([...documents].filter(([, { createdAt, updatedAt }]) => createdAt > updatedAt)).toEqual([]);
  expect(invoices().filter(({ paidAt, issueDate }) => paidAt && issueDate && paidAt < issueDate)).toEqual([]);
});

test('a status says the same as amounts and dates', () => {
  const today = dayOf(now);
  for (const { status, amountPaid, amountDue, dueDate } of invoices()) {
    const isLate = dayOf(dueDate) < today;
    expect({ status, amountPaid: amountPaid > 0, amountDue: amountDue > 0, isLate }).toEqual(
      {
        DRAFT: { status, amountPaid: false, amountDue: true, isLate: false },
        PENDING: { status, amountPaid: false, amountDue: true, isLate: false },
        PARTIAL: { status, amountPaid: true, amountDue: true, isLate: false },
        OVERDUE: { status, amountPaid: amountPaid > 0, amountDue: true, isLate: true },
        PAID: { status, amountPaid: true, amountDue: false, isLate },
        CANCELLED: { status, amountPaid: false, amountDue: false, isLate },
      }[status],
    );
  }
});

test('the customer in Turkey has invoices to page through', () => {
  const issued = invoices().filter(
    ({ userId, issueDate }) => userId === people.ayse.uid && issueDate !== null,
  );
  expect(issued.length).toBeGreaterThan(30);
});

test('there are discounts, several rates of VAT on one invoice, and a currency without minor units', () => {
  expect(invoices().some(({ items }) => items.some(({ unitPrice }) => unitPrice < 0))).toBe(true);
  expect(invoices().map(({ taxes }) => taxes.map(({ rate }) => rate))).toContainEqual([1, 10, 20]);
  expect(new Set(invoices().map(({ currency }) => currency))).toEqual(new Set(['TRY', 'EUR', 'USD', 'JPY']));
});

test('the longest invoice is Turkish and takes three pages', async () => {
  const [longest] = invoices().sort((a, b) => b.items.length - a.items.length);
  if (longest === undefined) throw new Error('no invoices');
  expect(longest.locale).toBe('tr');
  const pdf = await renderInvoicePdf(longest);
  expect(
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g),
  ).toHaveLength(3);
});

test('payments came by both gateways, and one of each kind is there', () => {
  const kinds = payments().map(({ gateway, status, failureReason, installment, surcharge }) =>
    JSON.stringify({ gateway, status, failureReason, inInstallments: installment > 1 && surcharge > 0 }),
  );
  expect(new Set(kinds)).toEqual(
    new Set(
      [
        { gateway: 'paytr', status: 'SUCCEEDED', failureReason: null, inInstallments: false },
        { gateway: 'paytr', status: 'SUCCEEDED', failureReason: null, inInstallments: true },
        { gateway: 'paytr', status: 'FAILED', failureReason: 'FUNDS', inInstallments: false },
        { gateway: 'stripe', status: 'SUCCEEDED', failureReason: null, inInstallments: false },
        { gateway: 'stripe', status: 'FAILED', failureReason: 'ABANDONED', inInstallments: false },
        { gateway: 'stripe', status: 'FAILED', failureReason: 'FUNDS', inInstallments: false },
        { gateway: 'stripe', status: 'PROCESSING', failureReason: null, inInstallments: false },
        { gateway: 'bank', status: 'SUCCEEDED', failureReason: null, inInstallments: false },
        { gateway: 'wallet', status: 'SUCCEEDED', failureReason: null, inInstallments: false },
        { gateway: 'wallet', status: 'FAILED', failureReason: null, inInstallments: false },
      ].map((kind) => JSON.stringify(kind)),
    ),
  );
});

test('the money that came for a cancelled invoice went into the wallet', () => {
  const late = payments().filter(
    ({ creditedToWallet, invoiceIds }) => creditedToWallet > 0 && invoiceIds.length > 0,
  );
  expect(late).toMatchObject([{ userId: people.ayse.uid, status: 'SUCCEEDED', allocations: [] }]);
  const cancelled = invoices().find(({ id }) => late[0]?.invoiceIds.includes(id));
  expect(cancelled?.status).toBe('CANCELLED');
});

test.each([people.ayse, people.gulsen])(
  '$profile.displayName has a balance, and a history that leads to it',
  (person) => {
    const { uid, profile } = person;
    const wallet = documents.get(`wallets/${uid}_${profile.currency}`);
    const entries = inCollection<WalletEntry>(documents, `wallets/${uid}_${profile.currency}/entries/*`).sort(
      (a, b) => Number(a.createdAt) - Number(b.createdAt),
    );
    expect(wallet?.balance).toBeGreaterThan(0);
    expect(entries.at(-1)?.balanceAfter).toBe(wallet?.balance);
    expect(
      entries.every(
        ({ amount, balanceAfter }, index) =>
          balanceAfter - amount === (entries[index - 1]?.balanceAfter ?? 0),
      ),
    ).toBe(true);
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['TOP_UP', 'SPEND', 'REFUND']));
  },
);

test('wallet and card paid together, and a part went back where the card was refused', () => {
  const parts = payments().flatMap(({ walletPart }) => walletPart ?? []);
  expect(new Set(parts.map(({ status }) => status))).toEqual(new Set(['CAPTURED', 'RELEASED']));
});

test('there is a subscription in every status, and on its way into most', () => {
  const subscriptions = inCollection<Subscription>(documents, 'subscriptions/*');
  const states = subscriptions.map((subscription) => {
    const { status, startedAt, trialEnd, cancelAtPeriodEnd, pendingTerms, openInvoiceId } = subscription;
    const facts = {
      'not started': startedAt === null,
      trial: trialEnd !== null && trialEnd > now,
      ending: cancelAtPeriodEnd,
      changing: pendingTerms !== null,
      unpaid: openInvoiceId !== null,
    };
    return [status, ...Object.entries(facts).flatMap(([fact, is]) => (is ? [fact] : []))].join(', ');
  });
  expect(states.sort()).toEqual([
    'ACTIVE',
    'ACTIVE',
    'ACTIVE',
    'ACTIVE, changing',
    'ACTIVE, ending',
    'ACTIVE, trial',
    'CANCELLED',
    'PAST_DUE, unpaid',
    'SUSPENDED, not started, unpaid',
    'SUSPENDED, unpaid',
  ]);
  const attempts = inCollection<DunningAttempt>(documents, 'subscriptions/*/dunningAttempts/*');
  expect(attempts.map(({ result, failureReason }) => [result, failureReason])).toEqual([
    ['failed', 'EXPIRED_CARD'],
  ]);
});

test('nothing is due of a subscription that the sweep has not done', () => {
  const late = inCollection<Subscription>(documents, 'subscriptions/*').filter(
    ({ nextActionAt }) => nextActionAt !== null && nextActionAt.getTime() + 600_000 <= now.getTime(),
  );
  expect(late).toEqual([]);
});

test('money was given back by bank and into the wallet, each time with a credit note', () => {
  const refunds = inCollection<Refund>(documents, 'refunds/*');
  expect(new Set(refunds.map(({ destination }) => destination))).toEqual(new Set(['BANK', 'WALLET']));
  expect(refunds.map(({ status, creditNoteIds }) => [status, creditNoteIds.length])).toEqual(
    refunds.map(() => ['SUCCEEDED', 1]),
  );
});

test('one product is no longer sold', () => {
  const inactive = [...documents].filter(
    ([path, data]) => path.startsWith('products/') && data.isActive === false,
  );
  expect(inactive.map(([path]) => path)).toEqual([`products/${productId('server-xs', 'TRY')}`]);
});

test('everybody is signed up under a uid like those of Firebase, and the summary tells how to sign in', () => {
  const everybody = Object.values(people);
  expect(signedUp.slice(0, everybody.length)).toEqual(everybody.map(({ uid }) => uid));
  expect(new Set(signedUp).size).toBe(everybody.length);
  for (const { uid, role, profile, password } of everybody) {
    expect(uid).toMatch(/^[A-Za-z0-9]{28}$/);
    expect(profile.email).toMatch(/@hyble\.example$/);
    expect(summaryText(summary)).toContain(profile.email);
    expect(summaryText(summary)).toContain(password);
    expect(role).toBe({ [people.ipek.uid]: 'finance', [people.ugur.uid]: 'admin' }[uid] ?? null);
  }
  expect(summary).toMatchObject({ invoices: invoices().length, payments: payments().length });
});

test('seeding again, even days later, changes nothing', async () => {
  expect(await fill(db, signUp, new Date('2026-11-25T08:00:00Z'))).toEqual(summary);
  expect(changes(documents, await dump(db))).toEqual({});
});

test('half written data is refused instead of mixed with', async () => {
  const other = initializeApp({ projectId: `demo-${randomUUID()}` }, randomUUID());
  const half = getFirestore(other);
  await half.doc(`users/${people.ayse.uid}`).set({ displayName: 'half' });
  await expect(fill(half, signUp, now)).rejects.toThrow(/empty emulators/);
  expect([...(await dump(half)).keys()]).toEqual([`users/${people.ayse.uid}`]);
  await deleteApp(other);
});
