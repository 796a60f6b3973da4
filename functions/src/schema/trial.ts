import * as z from 'zod';
import { id, stamps, uid } from './common';

/**
 * `trials/{user_uid}` and `trials/{organization_id}`: the one trial that a customer has had, and an organization. Its
 * `create` is what keeps a second one away.
 */
export const trial = z.object({
  /** Who began it. */
  userId: uid,
  /** Null for the record of the customer themselves. */
  organizationId: id.nullable(),
  subscriptionId: id,
  planId: id,
  ...stamps,
});
export type Trial = z.infer<typeof trial>;
