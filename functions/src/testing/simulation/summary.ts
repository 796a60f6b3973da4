import { createHash } from 'node:crypto';
import type { Firestore } from 'firebase-admin/firestore';
import { checkAllBooks } from '../../finance/check-all-books';
import type { CollectionOutcome } from '../../finance/rules/collection-outcome';
import { collectionOutcome } from '../../finance/rules/collection-outcome';
import type { RevenueMovement } from '../../finance/rules/recurring-revenue';
import { revenueMovements } from '../../finance/rules/recurring-revenue';
import type { Invoice } from '../../schema/invoice';
import type { OutboxEvent } from '../../schema/outbox-event';
import type { Documents } from '../documents';
import { dump, inCollection } from '../documents';
import type { Business } from './business';
import type { Tally } from './cloud';
import { endProblems } from './end-problems';
import type { MonthEnd, SimulationSettings } from './simulate';

/** What became of a simulated time. Amounts are in minor units. */
export interface Summary {
  readonly settings: Pick<SimulationSettings, 'customers' | 'months' | 'seed' | 'sweeps'>;
  readonly months: readonly {
    readonly month: string;
    readonly customers: number;
    readonly movements: Readonly<Record<string, RevenueMovement>>;
  }[];
  /** Of the invoices of periods, by currency: what was billed and how it was collected, with VAT. */
  readonly collection: Readonly<Record<string, Readonly<Record<CollectionOutcome, Collection>>>>;
  /** In how many days a dunning was over that ended with a payment. */
  readonly recoveredWithin: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly bill: Readonly<Record<string, Tally>>;
  /** Of all customers, from sign-up to the end. */
  readonly customerMonths: number;
  /** Of all documents but those whose ids are chance, so that two runs can be compared. */
  readonly digest: string;
  /** What is wrong with the books, the numbers, the documents or the engine; must be empty. */
  readonly problems: readonly string[];
}

export interface Collection {
  readonly invoices: number;
  readonly amount: number;
}

export async function summaryOf(
  db: Firestore,
  business: Business,
  {
    settings: { customers, months, seed, sweeps },
    end,
    monthEnds,
  }: {
    readonly settings: SimulationSettings;
    readonly start: Date;
    readonly end: Date;
    readonly monthEnds: readonly MonthEnd[];
  },
): Promise<Summary> {
  const bill = Object.fromEntries([...business.cloud.bill].filter(([name]) => !name.startsWith('(')).sort());
  const books = await checkAllBooks(db);
  const documents = await dump(db);
  const collected = collectedInvoices(documents);
  return {
    settings: { customers, months, seed, sweeps },
    months: monthEnds.map(({ month, customers: joined, standings }, index) => ({
      month,
      customers: joined,
      movements: Object.fromEntries(revenueMovements(monthEnds[index - 1]?.standings ?? [], standings)),
    })),
    collection: collectionOf(collected),
    recoveredWithin: countBy(
      collected.flatMap(({ outcome, days }) =>
        days === null ? [] : [outcome === 'AFTER_SUSPENSION' ? 'after the suspension' : bucketOf(days)],
      ),
      (bucket) => bucket,
    ),
    counts: countsOf(documents),
    refusals: Object.fromEntries([...business.refusals].sort()),
    bill,
    customerMonths: monthEnds.reduce((sum, { customers: joined }) => sum + joined, 0),
    digest: digestOf(documents),
    problems: [...books, ...endProblems(documents, business, end)],
  };
}

function collectedInvoices(documents: Documents) {
  const failedAt = new Map<string, Date>();
  const suspendedAt = new Map<string, Date>();
  const first = (map: Map<string, Date>, id: string, at: Date) => {
    const known = map.get(id);
    if (known === undefined || at < known) map.set(id, at);
  };
  for (const event of inCollection<OutboxEvent>(documents, 'events/*')) {
    if (!('subscriptionId' in event) || event.invoiceId === null) continue;
    const { type, invoiceId, occurredAt } = event;
    if (type === 'subscription.paymentFailed' || type === 'subscription.paymentReminded') {
      first(failedAt, invoiceId, occurredAt);
    }
    if (type === 'subscription.suspended') first(suspendedAt, invoiceId, occurredAt);
  }
  return inCollection<Invoice>(documents, 'invoices/*')
    .filter(({ type, invoiceNumber }) => type === 'SUBSCRIPTION' && invoiceNumber !== null)
    .map((invoice) => {
      const { id, currency, total } = invoice;
      const dunned = { failedAt: failedAt.get(id) ?? null, suspendedAt: suspendedAt.get(id) ?? null };
      return { currency, total, ...collectionOutcome(invoice, dunned) };
    });
}

function collectionOf(invoices: ReturnType<typeof collectedInvoices>): Summary['collection'] {
  const none = (): Record<CollectionOutcome, Collection> => {
    const nothing = { invoices: 0, amount: 0 };
    return {
      ON_TIME: nothing,
      RECOVERED: nothing,
      AFTER_SUSPENSION: nothing,
      OPEN: nothing,
      LOST: nothing,
      WITHDRAWN: nothing,
    };
  };
  const result: Record<string, Record<CollectionOutcome, Collection>> = {};
  for (const { currency, total, outcome } of invoices) {
    const of = (result[currency] ??= none());
    const { invoices: count, amount } = of[outcome];
    of[outcome] = { invoices: count + 1, amount: amount + total };
  }
  return Object.fromEntries(Object.entries(result).sort());
}

/** By the steps of the dunning calendar. */
function bucketOf(days: number): string {
  if (days < 1) return 'day 0';
  if (days < 3) return 'days 1 and 2';
  return days < 7 ? 'days 3 to 6' : 'days 7 to 10';
}

/** How many documents of each collection there are, and of some in each status. */
function countsOf(documents: Documents): Record<string, number> {
  const statuses = ['subscriptions', 'invoices', 'payments', 'refunds'];
  return countBy([...documents], ([path, data]) => {
    const collection = path
      .split('/')
      .filter((_part, index) => index % 2 === 0)
      .join('/');
    const isBegun = data.startedAt !== null || data.status === 'CANCELLED';
    const status = collection === 'subscriptions' && !isBegun ? 'NOT_STARTED' : String(data.status);
    return statuses.includes(collection) ? `${collection} ${status}` : collection;
  });
}

function countBy<T>(list: readonly T[], nameOf: (one: T) => string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Audit entries have ids of chance, and so has the event of a cancellation, with its mail. */
const BY_CHANCE = /^(auditLog\/|(events|mail)\/subscription\.ending_)/;

function digestOf(documents: Documents): string {
  const hash = createHash('sha256');
  for (const [path, data] of documents) {
    if (!BY_CHANCE.test(path)) hash.update(`${path} ${JSON.stringify(sorted(data))}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
