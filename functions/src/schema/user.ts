import * as z from 'zod';
import { country, currency, id, locale, stamps } from './common';

export const address = z.object({
  line1: z.string().max(200),
  line2: z.string().max(200).nullable(),
  postalCode: z.string().max(20),
  city: z.string().max(100),
});
export type Address = z.infer<typeof address>;

/** `users/{uid}`. The profile fields are the user's own to write; the rest is the server's. */
export const user = z.object({
  email: z.email(),
  displayName: z.string().max(200),
  country,
  locale,
  currency,
  /** VKN (10 digits) or TCKN (11) in Turkey, a VAT number elsewhere. */
  taxId: z.string().max(30).nullable(),
  taxOffice: z.string().max(100).nullable(),
  address: address.nullable(),
  organizationIds: z.array(id),
  ...stamps,
});
export type User = z.infer<typeof user>;

/** `users/{uid}/private/gateway`: what the gateways call this customer. No client reads it. */
export const gatewayIdentity = z.object({
  stripeCustomerId: z.string().nullable(),
  paytrUserToken: z.string().nullable(),
  /** The kept card that is charged when none is named; the one place that makes it one per customer. */
  defaultPaymentMethodId: id.nullable(),
  ...stamps,
});
export type GatewayIdentity = z.infer<typeof gatewayIdentity>;
