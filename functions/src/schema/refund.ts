import * as z from 'zod';
import { amount, currency, id, positiveAmount, stamps, uid } from './common';

export const refundStatus = z.enum(['PENDING', 'SUCCEEDED', 'FAILED']);
export type RefundStatus = z.infer<typeof refundStatus>;

/** GATEWAY: back to the card or account through the gateway; BANK: finance sent it by transfer; WALLET: as balance. */
export const refundDestination = z.enum(['GATEWAY', 'BANK', 'WALLET']);
export type RefundDestination = z.infer<typeof refundDestination>;

/** `refunds/{id}`: money of a payment given back, by our order or from the gateway's own panel. */
export const refund = z.object({
  paymentId: id,
  userId: uid,
  organizationId: id.nullable(),
  destination: refundDestination,
  amount,
  currency,
  status: refundStatus,
  /** Why finance refunds; null when the gateway's panel was used. */
  reason: z.string().max(500).nullable(),
  /** FINANCE: `payment.refund`; GATEWAY: begun in the gateway's own panel. */
  origin: z.enum(['FINANCE', 'GATEWAY']),
  gatewayRefundId: z.string().nullable(),
  /** What was taken from which invoice, once the refund succeeded; the rest was in the wallet. */
  allocations: z.array(z.object({ invoiceId: id, amount })),
  /** One for each invoice in `allocations`. */
  creditNoteIds: z.array(id),
  /** The gateway's words for a refusal: for staff. */
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  processedAt: z.date().nullable(),
  ...stamps,
});
export type Refund = z.infer<typeof refund>;

export const refundRequest = z.strictObject({
  /** Chosen by the caller; the same id again answers the same refund. */
  requestId: z.uuid(),
  paymentId: id,
  /** Minor units of the payment's currency; left out, all that can still be refunded. */
  amount: positiveAmount.optional(),
  destination: refundDestination,
  reason: z.string().trim().min(1).max(500),
});
export type RefundRequest = z.infer<typeof refundRequest>;

export interface RefundAnswerBody {
  refundId: string;
  status: RefundStatus;
}
