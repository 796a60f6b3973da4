import type { Firestore } from 'firebase-admin/firestore';
import type { Decision, Fields, Write } from '../core/decision';
import { create, update } from '../core/decision';
import type { GatewayEvent, PaymentFact, PaymentReference } from '../gateways/gateway';
import { BillingError, must } from '../platform/errors';
import type { Get } from '../platform/transact';
import { isAlreadyExists, transact } from '../platform/transact';
import type { GatewayEventRecord } from '../schema/gateway-event';
import type { Invoice } from '../schema/invoice';
import { paths } from '../schema/paths';
import type { Payment } from '../schema/payment';
import type { Wallet } from '../schema/wallet';
import { applyFact } from './rules/apply-fact';
import type { FactDecision } from './rules/apply-fact';

type Owner = NonNullable<PaymentReference['owner']>;

export interface EventResult {
  readonly outcome: 'APPLIED' | 'IGNORED';
  readonly result: string;
}

/**
 * Applies a verified gateway event: its record and all of its effects in one commit after one read.
 * The record is created, not looked for: a repeat fails on that `create` and is answered as a duplicate. An
 * event that failed before is tried again and takes the place of its failed record.
 *
 * @throws BillingError when the event contradicts what is stored (recorded as FAILED), or whatever stopped the
 *   commit; the gateway must then send the event again.
 */
export async function applyGatewayEvent(db: Firestore, event: GatewayEvent, now: Date): Promise<EventResult> {
  try {
    return await transact(db, now, async (get) => {
      const decision = await decide(get, event, now);
      return withRecord(decision, create(recordPath(event), record(event, decision, now)));
    });
  } catch (error) {
    if (isAlreadyExists(error)) return await applyAgain(db, event, now);
    if (error instanceof BillingError) await recordFailure(db, event, error, now);
    throw error;
  }
}

/** The event was seen before: a failed one gets another chance, any other is a duplicate. */
async function applyAgain(db: Firestore, event: GatewayEvent, now: Date): Promise<EventResult> {
  return transact(db, now, async (get) => {
    const { earlier } = await get({ earlier: recordPath(event) });
    if (earlier === null)
      throw new Error(`${recordPath(event)}: a document of its effects existed before it`);
    if (earlier.outcome !== 'FAILED') {
      return { writes: [], result: { outcome: 'IGNORED', result: 'DUPLICATE' } };
    }
    const decision = await decide(get, event, now);
    return withRecord(decision, update(recordPath(event), record(event, decision, now)));
  });
}

async function decide(get: Get, event: GatewayEvent, now: Date): Promise<FactDecision> {
  const { fact, gateway, occurredAt } = event;
  if (fact.kind === 'NOTHING_FOR_US') return { writes: [], outcome: 'IGNORED', result: fact.why };
  return applyFact(await read(get, fact), { gateway, occurredAt, fact }, now);
}

/** One round trip when the gateway object carried all our ids, two when it carried only the payment's. */
async function read(get: Get, fact: PaymentFact) {
  const payment = paths.payment(fact.payment.paymentId);
  if (fact.payment.owner !== null) {
    const { owner } = fact.payment;
    return arrange(owner, await get({ payment, ...surroundings(fact, owner) }));
  }
  const found = await get({ payment });
  if (found.payment === null) return UNKNOWN_PAYMENT;
  return arrange(found.payment, { ...found, ...(await get(surroundings(fact, found.payment))) });
}

const UNKNOWN_PAYMENT = { payment: null, invoices: [], wallet: null };

function surroundings(fact: PaymentFact, { userId, invoiceIds }: Owner) {
  return {
    invoices: invoiceIds.map(paths.invoice),
    wallet: fact.kind === 'PAYMENT_SUCCEEDED' ? paths.wallet(userId, fact.currency) : null,
  };
}

function arrange(
  { invoiceIds }: Owner,
  found: { payment: Payment | null; invoices: (Invoice | null)[]; wallet: Wallet | null },
) {
  if (found.payment === null) return UNKNOWN_PAYMENT;
  const invoices = invoiceIds.map((id, index) => ({
    id,
    invoice: must(found.invoices[index], 'INVOICE_NOT_FOUND', { invoiceId: id }),
  }));
  return { ...found, invoices };
}

function recordPath(event: GatewayEvent) {
  return paths.gatewayEvent(event.gateway, event.id);
}

function withRecord({ writes, outcome, result }: FactDecision, recordWrite: Write): Decision<EventResult> {
  return { writes: [recordWrite, ...writes], result: { outcome, result } };
}

function record(
  event: GatewayEvent,
  what: Pick<GatewayEventRecord, 'outcome' | 'result'> & { error?: string },
  now: Date,
): Fields<GatewayEventRecord> {
  const { gateway, type, occurredAt, payloadDigest, gatewayReason, fact } = event;
  return {
    gateway,
    type,
    receivedAt: now,
    occurredAt,
    outcome: what.outcome,
    result: what.result,
    error: what.error ?? null,
    paymentId: fact.kind === 'NOTHING_FOR_US' ? null : fact.payment.paymentId,
    gatewayReason,
    payloadDigest,
  };
}

/** Makes a failure visible to finance, unless the event was applied meanwhile. */
async function recordFailure(
  db: Firestore,
  event: GatewayEvent,
  error: BillingError,
  now: Date,
): Promise<void> {
  const path = recordPath(event);
  const fields = record(event, { outcome: 'FAILED', result: 'FAILED', error: error.code }, now);
  await transact(db, now, async (get) => {
    const { earlier } = await get({ earlier: path });
    if (earlier === null) return { writes: [create(path, fields)], result: null };
    return { writes: earlier.outcome === 'FAILED' ? [update(path, fields)] : [], result: null };
  });
}
