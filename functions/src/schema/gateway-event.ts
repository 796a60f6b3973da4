import * as z from 'zod';
import { id, stamps, uid } from './common';
import { gatewayName } from './payment';

export const gatewayEventOutcome = z.enum(['APPLIED', 'IGNORED', 'FAILED']);

/** `gatewayEvents/{gateway}_{id}`: one signed callback, and what became of it. */
export const gatewayEventRecord = z.object({
  gateway: gatewayName,
  type: z.string(),
  receivedAt: z.date(),
  /** When the gateway says it happened. */
  occurredAt: z.date(),
  outcome: gatewayEventOutcome,
  /** What was done, or why nothing was: a stable code such as PAYMENT_SUCCEEDED or NOT_OURS. */
  result: z.string(),
  /** The error's code when the outcome is FAILED. */
  error: z.string().nullable(),
  paymentId: id.nullable(),
  /** The gateway's own code and text for a failure: for staff, never for the customer. */
  gatewayReason: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** SHA-256 of the body, in hexadecimal; the body itself is not kept. */
  payloadDigest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of a failure that finance has looked at and settled: it waits for nobody any more. Null while it does. */
  acknowledgement: z.object({ at: z.date(), by: uid, note: z.string().max(500) }).nullable(),
  ...stamps,
});
export type GatewayEventRecord = z.infer<typeof gatewayEventRecord>;

export const acknowledgeEventRequest = z.strictObject({
  /** The document's id, `{gateway}_{id}`. */
  gatewayEventId: id,
  /** How it was settled. */
  note: z.string().trim().min(1).max(500),
});
export type AcknowledgeEventRequest = z.infer<typeof acknowledgeEventRequest>;
