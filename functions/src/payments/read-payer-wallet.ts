import type { Get } from '../platform/transact';
import type { Invoice } from '../schema/invoice';
import { paths } from '../schema/paths';
import type { Wallet } from '../schema/wallet';

/** The wallet of the invoices' customer, who is known once the invoices are read. */
export async function readPayerWallet(
  get: Get,
  [first]: readonly (Invoice | null)[],
  currency: string,
): Promise<Wallet | null> {
  if (!first) return null;
  const { wallet } = await get({ wallet: paths.wallet(first.userId, currency) });
  return wallet;
}
