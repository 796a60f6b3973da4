import type { Firestore } from 'firebase-admin/firestore';
import { applyGatewayEvent } from '../../payments/apply-gateway-event';
import { BillingError } from '../../platform/errors';
import { fromFirestore } from '../../platform/firestore';
import type { Operation } from '../../platform/operation';
import type { DocumentPath } from '../../schema/paths';
import type { Agenda } from './agenda';
import type { Cloud } from './cloud';
import { inLanes, LANES } from './cloud';
import type { Draw } from './draw';
import type { YearOfGateways } from './gateways';
import type { Odds } from './odds';

/** A customer, as they are born. */
export interface Persona {
  readonly uid: string;
  readonly country: string;
  readonly currency: string;
  readonly locale: 'tr' | 'en';
  /** CARD: a kept card; WALLET: the balance first, and a card for the rest; LINK: each invoice by its link. */
  readonly way: 'CARD' | 'WALLET' | 'LINK';
  /** Whose card they keep: Turkish customers' is PayTR's. */
  readonly gateway: 'stripe' | 'paytr';
  /** Whether Stripe may bill the renewals: the deployment's setting when they subscribe. */
  readonly stripeBilling: boolean;
  readonly joinsAt: Date;
}

/** The functions and all that is around them. */
export interface Business {
  readonly cloud: Cloud;
  readonly gateways: YearOfGateways;
  readonly agenda: Agenda;
  readonly draw: Draw;
  readonly odds: Odds;
  /** Plans on sale, by `planKey`. */
  readonly planIds: Map<string, string>;
  readonly personas: ReadonlyMap<string, Persona>;
  /** How often each command was refused, and why. */
  readonly refusals: Map<string, number>;
}

/** Who calls: a customer, or null for finance. */
export type Who = string | null;

/**
 * Calls a function of the deployment. A refusal that a person would read is counted and answered as null; anything else
 * is a fault of ours and ends the simulation.
 */
export async function ask<Request, Answer>(
  { cloud, refusals }: Pick<Business, 'cloud' | 'refusals'>,
  [name, operation]: readonly [string, Operation<Request, Answer>],
  request: unknown,
  who: Who,
  at: Date,
): Promise<Answer | null> {
  const caller = who === null ? ({ uid: 'finance-1', role: 'finance' } as const) : { uid: who, role: null };
  const context = { caller, db: cloud.db, now: at, ipAddress: '203.0.113.7' };
  try {
    return await cloud.run(name, at, () => operation.run(operation.request.parse(request), context));
  } catch (error) {
    if (!(error instanceof BillingError)) throw error;
    const key = `${name}: ${error.code}`;
    refusals.set(key, (refusals.get(key) ?? 0) + 1);
    return null;
  }
}

/** What somebody sees on their screen; it follows the database, and is no function's work. */
export async function look<T>(db: Firestore, path: DocumentPath<T>): Promise<T | null> {
  const data = (await db.doc(path).get()).data();
  return data === undefined ? null : (fromFirestore(data) as T);
}

/** Delivers a customer's callbacks. */
export async function deliver(
  { cloud, gateways }: Pick<Business, 'cloud' | 'gateways'>,
  at: Date,
  userId: string,
): Promise<void> {
  for (const event of gateways.takeEvents(userId)) {
    await cloud.run(`webhooks.${event.gateway}`, at, () => applyGatewayEvent(cloud.db, event, at));
  }
}

/**
 * Delivers the callbacks of all customers; those that may take an invoice number one after another.
 * @returns To how many.
 */
export async function deliverToAll(
  business: Pick<Business, 'cloud' | 'gateways'>,
  at: Date,
): Promise<number> {
  const { numbering, others } = business.gateways.waiting();
  for (const userId of numbering) await deliver(business, at, userId);
  await inLanes(others, LANES, (userId) => deliver(business, at, userId));
  return numbering.length + others.length;
}
