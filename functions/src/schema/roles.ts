import * as z from 'zod';

/** The `role` claim of a member of staff; customers have none. */
export const role = z.enum(['finance', 'admin']);
export type Role = z.infer<typeof role>;
