import type { Firestore } from 'firebase-admin/firestore';
import { startOfDay } from '../../core/calendar';
import { minorUnits } from '../../core/money';
import { gateways } from '../../gateways/registry';
import { anInvoice, anInvoiceItem } from '../../invoices/testing/invoice-factory';
import type { OperationContext } from '../../platform/operation';
import { paths } from '../../schema/paths';
import type { GatewayName } from '../../schema/payment';
import { gatewayName } from '../../schema/payment';
import type { Documents } from '../documents';
import { aMethod, anIdentity, aUser } from '../factories';
import type { OutsideCalls } from './outside-calls';
import { withFaults } from './outside-calls';
import type { SimulatedGateways } from './simulated-gateway';
import { simulatedGateways } from './simulated-gateway';
import type { Bank } from './bank';
import { bank } from './bank';

export const START = new Date('2026-03-02T09:00:00Z');
const HOUR_MS = 60 * 60_000;

/** Two customers, each with two drafts of their own, one of which is soon overdue. */
export const CUSTOMERS = [
  { uid: 'customer-0', currency: 'TRY' },
  { uid: 'customer-1', currency: 'EUR' },
] as const;
export const INVOICES = [
  { id: 'invoice-0', customer: 0, unitPrice: 10_000, taxRate: 20, dueOn: '2026-05-02' },
  { id: 'invoice-1', customer: 0, unitPrice: 3_333, taxRate: 8.25, dueOn: '2026-03-03' },
  { id: 'invoice-2', customer: 1, unitPrice: 10_000, taxRate: 0, dueOn: '2026-03-04' },
  { id: 'invoice-3', customer: 1, unitPrice: 1, taxRate: 20, dueOn: '2026-05-02' },
] as const;

/** Where the documents of a world are kept. */
export interface Storage {
  readonly db: Firestore;
  documents(): Promise<Documents>;
  store(documents: Iterable<readonly [string, object]>): Promise<void>;
}

/** A new, empty storage for one run. */
export type NewStorage = () => Promise<Storage>;

/** Told of every fault and of what came of the rest, for the tables of what was tried. */
export type Note = (what: string) => void;

/** The functions, a database, two gateways, and a clock that the history moves. */
export interface World {
  readonly db: Firestore;
  readonly gateways: SimulatedGateways;
  readonly bank: Bank;
  readonly calls: OutsideCalls;
  readonly note: Note;
  documents(): Promise<Documents>;
  now(): Date;
  /** Somebody waits before they try again. */
  wait(hours: number): void;
  /** The day goes on: by so much since the last time, however long anybody waited meanwhile. */
  proceed(hours: number): void;
  /** The context of a call by a customer, or by finance. */
  context(uid?: string): OperationContext;
  /** Ids that callers choose, one after another. */
  nextRequestId(): string;
}

/** Builds a world of its own and makes the functions talk to its gateways. */
export async function buildWorld(storage: Storage, calls: OutsideCalls, note: Note): Promise<World> {
  let now = START;
  let due = START;
  let requests = 0;
  const simulated = simulatedGateways(calls, () => now);
  gateways.stripe = () => Promise.resolve(simulated.stripe);
  gateways.paytr = () => Promise.resolve(simulated.paytr);
  await storage.store(drafts());
  const db = withFaults(storage.db, calls);
  return {
    db,
    gateways: simulated,
    bank: bank(),
    calls,
    note,
    documents: () => storage.documents(),
    now: () => now,
    wait: (hours) => {
      now = later(now, hours);
    },
    proceed: (hours) => {
      due = later(due, hours);
      if (due > now) now = due;
    },
    context: (uid) => ({
      caller: uid === undefined ? { uid: 'finance-1', role: 'finance' } : { uid, role: null },
      db,
      now,
      ipAddress: '203.0.113.7',
    }),
    nextRequestId: () => {
      requests += 1;
      return `00000000-0000-4000-8000-${String(requests).padStart(12, '0')}`;
    },
  };
}

export function invoiceAt(at: number): (typeof INVOICES)[number] {
  return INVOICES[at % INVOICES.length] ?? INVOICES[0];
}

export function customerAt(at: number): (typeof CUSTOMERS)[number] {
  return CUSTOMERS[at % CUSTOMERS.length] ?? CUSTOMERS[0];
}

/** An invoice, or it and its customer's others, it first. */
export function customersInvoices(at: number, both: boolean) {
  const { id, customer } = invoiceAt(at);
  const others = INVOICES.filter((other) => other.customer === customer && other.id !== id);
  return { ...customerAt(customer), invoiceIds: [id, ...(both ? others.map((other) => other.id) : [])] };
}

/** The document of a customer's one kept card at a gateway. */
export function cardOf(uid: string, gateway: GatewayName): string {
  return `${gateway}_pm_${uid}`;
}

function later(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * HOUR_MS);
}

function drafts(): (readonly [string, object])[] {
  return [
    ...CUSTOMERS.flatMap(({ uid, currency }) => [
      [paths.user(uid), aUser({ currency })] as const,
      [
        paths.gatewayIdentity(uid),
        anIdentity({ stripeCustomerId: `cus_${uid}`, paytrUserToken: uid }),
      ] as const,
      ...gatewayName.options.map((gateway) => {
        const card = aMethod({ userId: uid, gateway, gatewayMethodId: `pm_${uid}`, expYear: 2040 });
        return [paths.paymentMethod(cardOf(uid, gateway)), card] as const;
      }),
    ]),
    ...INVOICES.map(({ id, customer, unitPrice, taxRate, dueOn }) => {
      const { uid: userId, currency } = CUSTOMERS[customer];
      const items = [anInvoiceItem({ unitPrice: minorUnits(unitPrice), taxRate })];
      const dueDate = startOfDay(dueOn);
      return [paths.invoice(id), anInvoice({ status: 'DRAFT', userId, currency, items, dueDate })] as const;
    }),
  ];
}
