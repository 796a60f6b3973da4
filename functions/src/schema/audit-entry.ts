import * as z from 'zod';
import { stamps, uid } from './common';

/** `auditLog/{id}`: who did what to which document. Written with the act itself, never changed. */
export const auditEntry = z.object({
  actorId: uid,
  actorRole: z.string().nullable(),
  action: z.enum([
    'invoice.create',
    'invoice.update',
    'invoice.issue',
    'invoice.cancel',
    'payment.checkout',
    'payment.charge',
    'payment.abandon',
    'payment.refund',
    'payment.recordBankTransfer',
    'payment.setupMethod',
    'payment.detachMethod',
    'payment.setDefaultMethod',
    'wallet.topUp',
    'plan.create',
    'plan.update',
    'subscription.create',
    'subscription.change',
    'subscription.cancel',
    'subscription.resume',
    'subscription.changePaymentWay',
    'finance.importBankStatement',
    'finance.matchBankTransaction',
    'finance.dismissBankTransaction',
    'finance.resolveDifference',
    'finance.acknowledgeEvent',
  ]),
  /** The document's path. */
  subject: z.string(),
  reason: z.string().nullable(),
  ...stamps,
});
export type AuditEntry = z.infer<typeof auditEntry>;
