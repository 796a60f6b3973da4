import * as z from 'zod';
import { stamps, uid } from './common';

/**
 * `mail/{id}`: a message to be sent, in the form that Firebase's extension "Trigger Email from Firestore" takes. It
 * looks the addresses up in `users` and adds `delivery`, which says what became of it.
 */
export const mail = z.object({
  toUids: z.array(uid).min(1),
  message: z.object({ subject: z.string().min(1), text: z.string().min(1), html: z.string().min(1) }),
  delivery: z.record(z.string(), z.unknown()).optional(),
  ...stamps,
});
export type Mail = z.infer<typeof mail>;
