import { gatewayNamed } from '../gateways/registry';
import { actorOf } from '../platform/auth';
import { must } from '../platform/errors';
import { PAYMENT_ID_LENGTH, derivedId } from '../platform/ids';
import type { OperationContext } from '../platform/operation';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { CheckoutAnswer, CheckoutRequestBody } from '../schema/payment';
import { checkoutRequest } from '../schema/payment';
import { readSubscriptions } from '../subscriptions/read-subscriptions';
import type { SavedMethodCharge } from './charge-saved-method';
import { chargeSavedMethod } from './charge-saved-method';
import { openSession } from './open-session';
import type { CheckoutIntent } from './rules/begin-checkout';
import { amountToPay, beginCheckout } from './rules/begin-checkout';
import { chooseGateway } from './rules/choose-gateway';
import { handleOf } from './rules/gateway-identity';
import { payableInvoices } from './rules/payable-invoices';
import { walletPaymentId } from './wallet-payment-id';

/**
 * `payment.checkout`: begins to pay what is due on invoices and answers where; with the wallet, its balance goes
 * first; with a kept card, it is charged at once and there is nowhere to go. The payment is stored as PENDING first and
 * the gateway called second, so that no answer can arrive for a payment that we don't know.
 */
export const checkout = operation({
  request: checkoutRequest,
  allowed: 'signedIn',
  run: async (request, context): Promise<CheckoutAnswer> => {
    const paymentId = derivedId(PAYMENT_ID_LENGTH, context.caller.uid, request.attemptId);
    if (request.paymentMethodId !== undefined) {
      return chargeKeptCard(paymentId, { ...request, paymentMethodId: request.paymentMethodId }, context);
    }
    const intent = await storeIntent(paymentId, request, context);
    const { maxInstallment = null, saveMethod, method = 'card' } = request;
    return openSession(paymentId, intent, { maxInstallment, saveMethod, method }, context);
  },
});

/** One click: the card that its owner has just pointed at. */
function chargeKeptCard(
  paymentId: string,
  {
    invoiceIds,
    amount,
    useWallet,
    paymentMethodId,
  }: CheckoutRequestBody & { readonly paymentMethodId: string },
  { caller, db, now, ipAddress }: OperationContext,
): Promise<CheckoutAnswer> {
  const charge: SavedMethodCharge = {
    paymentId,
    userId: caller.uid,
    invoiceIds,
    amount,
    useWallet,
    paymentMethodId,
    isCustomerPresent: true,
    actor: actorOf(caller),
    action: 'payment.checkout',
    ipAddress,
  };
  return chargeSavedMethod(db, charge, now);
}

function storeIntent(
  paymentId: string,
  { invoiceIds, amount, useWallet, gateway: wish, method = 'card' }: CheckoutRequestBody,
  { caller, db, now }: OperationContext,
): Promise<CheckoutIntent | null> {
  const actor = actorOf(caller);
  const { uid } = caller;
  const ids = [...new Set(invoiceIds)];
  return transact(db, now, async (get) => {
    const found = await get({
      invoices: ids.map(paths.invoice),
      ...readSubscriptions.ask(ids),
      payment: paths.payment(paymentId),
      user: paths.user(uid),
      identity: paths.gatewayIdentity(uid),
    });
    const { payment, identity } = found;
    // Its invoices are paid by now, by this very attempt.
    if (payment?.gateway === 'wallet') return { writes: [], result: null };
    const user = must(found.user, 'USER_NOT_FOUND', { userId: uid });
    const subscriptions = readSubscriptions.found(ids, found.subscriptions);
    const payable = payableInvoices(
      ids.map((id, index) => {
        const invoice = found.invoices[index] ?? null;
        return { id, invoice, subscription: subscriptions.get(invoice?.subscriptionId ?? '') };
      }),
      { uid, user },
    );
    const { currency, due } = payable;
    const gateway = chooseGateway({ country: user.country, currency }, wish, method);
    // The customer's own balance pays; the currency, and so the wallet, is known only now.
    const { wallet } = useWallet ? await get({ wallet: paths.wallet(uid, currency) }) : { wallet: null };
    const purchase = { ...payable, amount: amountToPay(due, amount) };
    // What the wallet pays alone needs no gateway, not even one that is set up.
    const needsGateway = (wallet?.balance ?? 0) < purchase.amount;
    const isTest = needsGateway && (await gatewayNamed(gateway)).isTest();
    return beginCheckout(
      { payment, wallet },
      {
        purchase,
        paymentId,
        userId: uid,
        walletPaymentId: walletPaymentId(paymentId),
        useWallet,
        gateway,
        gatewayCustomerId: handleOf(identity, gateway),
        paymentMethodId: null,
        isTest,
        user,
        actor,
        action: 'payment.checkout',
      },
      now,
    );
  });
}
