import * as z from 'zod';
import { country, currency, stamps, uid } from './common';
import { address } from './user';

/** `organizations/{id}` */
export const organization = z.object({
  name: z.string().max(200),
  ownerId: uid,
  memberIds: z.array(uid),
  country,
  currency,
  taxId: z.string().max(30).nullable(),
  taxOffice: z.string().max(100).nullable(),
  address: address.nullable(),
  ...stamps,
});
export type Organization = z.infer<typeof organization>;
