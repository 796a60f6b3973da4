import * as z from 'zod';
import { id, stamps } from './common';
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
  ...stamps,
});
export type GatewayEventRecord = z.infer<typeof gatewayEventRecord>;
