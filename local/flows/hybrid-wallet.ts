import { firestore } from '../../functions/src/platform/firestore';
import { walletPaymentId } from '../../functions/src/payments/wallet-payment-id';
import { paths } from '../../functions/src/schema/paths';
import type { Payment } from '../../functions/src/schema/payment';
import type { Wallet, WalletEntry } from '../../functions/src/schema/wallet';
import { storedPayment } from '../../functions/src/testing/world';

/** A customer's balance in euros, and the amounts of the wallet's entries from the smallest. */
export async function walletNow(userId: string): Promise<{ balance: number | undefined; amounts: number[] }> {
  const path = paths.wallet(userId, 'EUR');
  const stored = (await firestore().doc(path).get()).data() as Wallet | undefined;
  const entries = await firestore().doc(path).collection('entries').get();
  const amounts = entries.docs.map((entry) => (entry.data() as WalletEntry).amount);
  return { balance: stored?.balance, amounts: amounts.sort((a, b) => a - b) };
}

/** The wallet's part of a payment. */
export function walletPartOf(paymentId: string): Promise<Payment> {
  return storedPayment(walletPaymentId(paymentId));
}
