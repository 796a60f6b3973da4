import { walletPaymentId } from '../../functions/src/payments/wallet-payment-id';
import { firestore } from '../../functions/src/platform/firestore';
import { paths } from '../../functions/src/schema/paths';
import type { Payment } from '../../functions/src/schema/payment';
import type { Wallet, WalletEntry } from '../../functions/src/schema/wallet';
import { storedPayment } from '../../functions/src/testing/world';

/** A customer's balance in a currency, and the amounts of the wallet's entries from the smallest. */
export async function walletOf(
  userId: string,
  currency: 'EUR' | 'TRY',
): Promise<{ balance: number; amounts: number[] }> {
  const reference = firestore().doc(paths.wallet(userId, currency));
  const stored = (await reference.get()).data() as Wallet | undefined;
  const entries = await reference.collection('entries').get();
  const amounts = entries.docs.map((entry) => (entry.data() as WalletEntry).amount);
  return { balance: stored?.balance ?? 0, amounts: amounts.sort((a, b) => a - b) };
}

/** The wallet's part of a payment. */
export function walletPartOf(paymentId: string): Promise<Payment> {
  return storedPayment(walletPaymentId(paymentId));
}
