import * as z from 'zod';
import { amount, currency, id, stamps, uid } from './common';

/** `wallets/{uid}_{currency}` */
export const wallet = z.object({ userId: uid, currency, balance: amount, ...stamps });
export type Wallet = z.infer<typeof wallet>;

/** `wallets/{uid}_{currency}/entries/{id}` */
export const walletEntry = z.object({
  userId: uid,
  /** Positive into the wallet, negative out of it. */
  amount,
  kind: z.enum(['TOP_UP', 'SPEND', 'REFUND', 'ADJUSTMENT']),
  /** Why money came in that nobody meant to put there; null when somebody did. */
  reason: z.enum(['OVERPAYMENT']).nullable(),
  paymentId: id.nullable(),
  balanceAfter: amount,
  ...stamps,
});
export type WalletEntry = z.infer<typeof walletEntry>;
