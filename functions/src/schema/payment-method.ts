import * as z from 'zod';
import { id, stamps, uid } from './common';
import { gatewayName } from './payment';

/** `paymentMethods/{gateway}_{gatewayMethodId}`: a card or account that a gateway keeps for its owner. */
export const paymentMethod = z.object({
  userId: uid,
  gateway: gatewayName,
  gatewayMethodId: z.string(),
  /** The gateway's word for the kind: `card`, `sepa_debit` … */
  type: z.string(),
  brand: z.string().nullable(),
  lastFour: z.string().nullable(),
  expMonth: z.int().min(1).max(12).nullable(),
  expYear: z.int().nullable(),
  isDefault: z.boolean(),
  /** When the gateway forgot it; the record stays, since payments name it. */
  removedAt: z.date().nullable(),
  ...stamps,
});
export type PaymentMethod = z.infer<typeof paymentMethod>;

export const setupMethodRequest = z.strictObject({
  /** Chosen by the browser once per wish; the same id again answers the same page. */
  setupId: z.uuid(),
  gateway: gatewayName.optional(),
});
export type SetupMethodRequest = z.infer<typeof setupMethodRequest>;

export const paymentMethodRequest = z.strictObject({ paymentMethodId: id });
export type PaymentMethodRequest = z.infer<typeof paymentMethodRequest>;
