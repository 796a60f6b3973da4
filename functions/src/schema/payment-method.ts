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
  /** Follows `users/{uid}/private/gateway`, which no browser reads. */
  isDefault: z.boolean(),
  /** When the gateway forgot it; the record stays, since payments name it. */
  removedAt: z.date().nullable(),
  ...stamps,
});
export type PaymentMethod = z.infer<typeof paymentMethod>;

/** `payment.methods`: the caller's own. */
export const methodsRequest = z.strictObject({});

/** A kept card as its owner sees it. */
export interface KeptMethod extends Pick<
  PaymentMethod,
  'gateway' | 'type' | 'brand' | 'lastFour' | 'expMonth' | 'expYear' | 'isDefault'
> {
  paymentMethodId: string;
}
/** The default first, then in the order in which they were kept. */
export interface MethodsAnswer {
  methods: KeptMethod[];
}

export const setupMethodRequest = z.strictObject({
  /** Chosen by the browser once per wish; the same id again answers the same page. */
  setupId: z.uuid(),
  gateway: gatewayName.optional(),
});
export type SetupMethodRequest = z.infer<typeof setupMethodRequest>;

/** The gateway's page for entering a card to keep. */
export interface SetupMethodAnswer {
  url: string;
  /** ISO 8601. */
  expiresAt: string;
}

export const paymentMethodRequest = z.strictObject({ paymentMethodId: id });
export type PaymentMethodRequest = z.infer<typeof paymentMethodRequest>;

export interface DetachMethodAnswer {
  /** Whether the customer has no default card from now on: no other card takes its place by itself. */
  wasDefault: boolean;
}
