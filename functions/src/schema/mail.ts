import * as z from 'zod';
import { stamps, uid } from './common';

/**
 * What became of a mail, in the words of Firebase's extension "Trigger Email from Firestore", which writes the same
 * field: whoever sends, screens and staff read one thing. The extension adds more to it than is named here.
 *
 * PENDING: waits to be taken. PROCESSING: somebody has taken it until `leaseExpireTime`. RETRY: it failed, and is taken
 * again after `leaseExpireTime`, or at once when the extension sends. SUCCESS: a mail server has accepted it. ERROR:
 * nobody tries again.
 */
export const mailDelivery = z.looseObject({
  state: z.enum(['PENDING', 'PROCESSING', 'RETRY', 'SUCCESS', 'ERROR']),
  startTime: z.date().nullable(),
  endTime: z.date().nullable(),
  leaseExpireTime: z.date().nullable(),
  attempts: z.int().min(0),
  /** The mail server's words; may name an address. */
  error: z.string().nullable(),
});
export type MailDelivery = z.infer<typeof mailDelivery>;

/**
 * `mail/{id}`: a message to be sent, in the form that the extension takes. Whoever sends it, the extension or our own
 * sender, looks the addresses up in `users` and says in `delivery` what became of it.
 */
export const mail = z.object({
  toUids: z.array(uid).min(1),
  message: z.object({ subject: z.string().min(1), text: z.string().min(1), html: z.string().min(1) }),
  delivery: mailDelivery.optional(),
  ...stamps,
});
export type Mail = z.infer<typeof mail>;
