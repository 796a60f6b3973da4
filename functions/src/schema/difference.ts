import * as z from 'zod';
import { amount, currency, id, stamps } from './common';
import { gatewayName } from './payment';

/**
 * `differences/{id}`: something that a gateway's books and ours tell differently. Parked for finance with the reason,
 * never mended by itself; the id is derived from the subject, so that it is parked once.
 */
export const difference = z.object({
  gateway: gatewayName,
  kind: z.enum([
    /** The gateway has money that we know no payment for. */
    'PAYMENT_UNKNOWN',
    /** The gateway has the money of a payment that we do not hold for settled. */
    'PAYMENT_NOT_SETTLED',
    /** We hold a payment for settled that the gateway does not report. */
    'PAYMENT_NOT_REPORTED',
    'AMOUNT_DIFFERS',
    'REFUND_DIFFERS',
    /** An event could not be applied; its error is in `gatewayEvents`. */
    'EVENT_FAILED',
  ]),
  paymentId: id.nullable(),
  gatewayPaymentId: z.string().nullable(),
  /** What we have, in minor units; null when we have nothing. */
  ours: amount.nullable(),
  /** What the gateway has. */
  theirs: amount.nullable(),
  currency: currency.nullable(),
  status: z.enum(['OPEN', 'RESOLVED']),
  /** How finance settled it. */
  note: z.string().max(500).nullable(),
  ...stamps,
});
export type Difference = z.infer<typeof difference>;

export const resolveDifferenceRequest = z.strictObject({
  differenceId: id,
  note: z.string().trim().min(1).max(500),
});
export type ResolveDifferenceRequest = z.infer<typeof resolveDifferenceRequest>;
