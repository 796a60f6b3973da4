import * as z from 'zod';
import { amount, currency, id, stamps, uid } from './common';

/** `wallets/{uid}_{currency}`. Below zero only when a gateway sent money back that was spent already. */
export const wallet = z.object({ userId: uid, currency, balance: amount, ...stamps });
export type Wallet = z.infer<typeof wallet>;

/** `wallets/{uid}_{currency}/entries/{id}` */
export const walletEntry = z.object({
  userId: uid,
  /** Positive into the wallet, negative out of it. */
  amount,
  kind: z.enum(['TOP_UP', 'SPEND', 'REFUND', 'ADJUSTMENT']),
  /**
   * Why, where the kind alone does not say: money that was not owed (OVERPAYMENT), a held part that came back
   * (RELEASED), a refund that the gateway made of money that was in the wallet (GATEWAY_REFUND).
   */
  reason: z.enum(['OVERPAYMENT', 'RELEASED', 'GATEWAY_REFUND']).nullable(),
  paymentId: id.nullable(),
  balanceAfter: amount,
  ...stamps,
});
export type WalletEntry = z.infer<typeof walletEntry>;
