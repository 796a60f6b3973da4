import { gatewayNamed } from '../gateways/registry';
import { openSession } from '../payments/open-session';
import { beginCheckout } from '../payments/rules/begin-checkout';
import { chooseGateway } from '../payments/rules/choose-gateway';
import { handleOf } from '../payments/rules/gateway-identity';
import { walletPaymentId } from '../payments/wallet-payment-id';
import { actorOf } from '../platform/auth';
import { must } from '../platform/errors';
import { PAYMENT_ID_LENGTH, derivedId } from '../platform/ids';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import type { Locale } from '../schema/common';
import { paths } from '../schema/paths';
import type { CheckoutAnswer } from '../schema/payment';
import { topUpRequest } from '../schema/payment';
import { assertTopUp } from './rules/top-up-limits';

/** What the customer reads on the gateway's page. */
const DESCRIPTION: Record<Locale, string> = { tr: 'Cüzdana bakiye yükleme', en: 'Wallet top-up' };

/** `wallet.topUp`: begins a payment whose money goes into the caller's wallet, and answers where it is made. */
export const topUp = operation({
  request: topUpRequest,
  allowed: 'signedIn',
  run: async ({ attemptId, currency, amount, gateway: wish }, context): Promise<CheckoutAnswer> => {
    const { caller, db, now } = context;
    assertTopUp(amount, currency);
    const { uid } = caller;
    const paymentId = derivedId(PAYMENT_ID_LENGTH, uid, attemptId);
    const actor = actorOf(caller);
    const intent = await transact(db, now, async (get) => {
      const found = await get({
        payment: paths.payment(paymentId),
        user: paths.user(uid),
        identity: paths.gatewayIdentity(uid),
      });
      const user = must(found.user, 'USER_NOT_FOUND', { userId: uid });
      const gateway = chooseGateway({ country: user.country, currency }, wish);
      const isTest = (await gatewayNamed(gateway)).isTest();
      const description = DESCRIPTION[user.locale];
      const purchase = { invoices: [], organizationId: null, currency, amount, description };
      return beginCheckout(
        { payment: found.payment, wallet: null },
        {
          purchase,
          paymentId,
          userId: uid,
          walletPaymentId: walletPaymentId(paymentId),
          useWallet: false,
          gateway,
          gatewayCustomerId: handleOf(found.identity, gateway),
          paymentMethodId: null,
          isTest,
          user,
          actor,
          action: 'wallet.topUp',
        },
        now,
      );
    });
    return openSession(paymentId, intent, { maxInstallment: 1, saveMethod: false }, context);
  },
});
