import { useProfile } from '../../features/customers/use-profile';
import type { Payer } from '../../features/payments/pay-panel';
import { usePaymentMethods } from '../../features/payments/use-payment-methods';
import { useWallet } from '../../features/wallets/use-wallets';

/**
 * What a customer can pay with in a currency; null until all of it is known, or while no currency is. What cannot be
 * read is done without: a payment by card needs none of it.
 */
export function usePayer(uid: string, currency: string | null): Payer | null {
  const profile = useProfile(uid);
  const wallet = useWallet(uid, currency);
  const methods = usePaymentMethods(uid);
  const isLoading = [profile, wallet, methods].some(({ status }) => status === 'loading');
  if (isLoading) return null;
  return {
    uid,
    country: profile.status === 'ready' ? (profile.data?.country ?? '') : '',
    wallet: wallet.status === 'ready' ? wallet.data : null,
    methods: methods.status === 'ready' ? methods.data : [],
  };
}
