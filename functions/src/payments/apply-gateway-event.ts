import type { Firestore } from 'firebase-admin/firestore';
import type { Decision, Fields, Write } from '../core/decision';
import { create, update } from '../core/decision';
import type { GatewayEvent } from '../gateways/gateway';
import { BillingError } from '../platform/errors';
import { inTurn } from '../platform/in-turn';
import type { Get } from '../platform/transact';
import { isAlreadyExists, transact } from '../platform/transact';
import type { GatewayEventRecord } from '../schema/gateway-event';
import { paths } from '../schema/paths';
import { decideBillingFact } from '../subscriptions/decide-billing-fact';
import { decideFact } from './decide-fact';
import { decideMethodFact } from './decide-method-fact';
import type { FactDecision } from './rules/apply-fact';

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
  const apply = () =>
    transact(db, now, async (get) => {
      const decision = await decide(get, event, now);
      return withRecord(decision, create(recordPath(event), record(event, decision, now)));
    });
  try {
    // News of an invoice comes several at once, and any may be the first, which takes the next number.
    return await (takesNumber(event) ? inTurn(db, apply) : apply());
  } catch (error) {
    if (isAlreadyExists(error)) return await applyAgain(db, event, now);
    if (error instanceof BillingError) await recordFailure(db, event, error, now);
    throw error;
  }
}

function takesNumber({ fact }: GatewayEvent): boolean {
  return 'agreement' in fact && fact.agreement !== null;
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
  const { fact } = event;
  switch (fact.kind) {
    case 'NOTHING_FOR_US':
      return { writes: [], outcome: 'IGNORED', result: fact.why };
    case 'SUBSCRIPTION_INVOICE_OPEN':
    case 'SUBSCRIPTION_INVOICE_PAID':
    case 'SUBSCRIPTION_INVOICE_FAILED':
    case 'SUBSCRIPTION_CHANGED':
    case 'SUBSCRIPTION_ENDED':
      return decideBillingFact(get, { ...event, fact }, now);
    case 'METHOD_SAVED':
    case 'METHOD_REMOVED':
      return decideMethodFact(get, event.gateway, fact, now);
    case 'PAYMENT_SUCCEEDED':
    case 'PAYMENT_PROCESSING':
    case 'PAYMENT_FAILED':
    case 'PAYMENT_REFUNDED':
    case 'DISPUTE_OPENED':
    case 'DISPUTE_CLOSED':
      return decideFact(get, { ...event, fact }, now);
  }
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
    paymentId: 'payment' in fact ? fact.payment.paymentId : null,
    gatewayReason,
    payloadDigest,
    acknowledgement: null,
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
    if (earlier.outcome !== 'FAILED') return { writes: [], result: null };
    // A repeat of what finance has settled is no news; another failure is.
    const { acknowledgement } = earlier.error === error.code ? earlier : fields;
    return { writes: [update(path, { ...fields, acknowledgement })], result: null };
  });
}
