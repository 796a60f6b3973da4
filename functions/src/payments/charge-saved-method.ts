import type { Firestore } from 'firebase-admin/firestore';
import type { SavedMethods, SettlementFact } from '../gateways/gateway';
import { gatewayNamed } from '../gateways/registry';
import type { Actor } from '../finance/rules/audit';
import { BillingError, must } from '../platform/errors';
import * as logs from '../platform/logs';
import type { Get } from '../platform/transact';
import { transact } from '../platform/transact';
import type { Invoice } from '../schema/invoice';
import { paths } from '../schema/paths';
import type { ChargeAnswer, ChargedMethod, GatewayName } from '../schema/payment';
import { readSubscriptions } from '../subscriptions/read-subscriptions';
import { applyNews } from './apply-news';
import { refusePayment } from './refuse-payment';
import type { ChargeOrder, ChargeWish } from './rules/begin-charge';
import { beginCharge, cardToCharge, repeatedCharge } from './rules/begin-charge';
import type { CheckoutCommand } from './rules/begin-checkout';
import { amountToPay } from './rules/begin-checkout';
import { checkoutCustomer } from './rules/checkout-customer';
import { handleOf } from './rules/gateway-identity';
import { payableInvoices } from './rules/payable-invoices';
import { settledStatus } from './rules/settled-status';
import { walletPaymentId } from './wallet-payment-id';

/** A kept card to be charged, and by whom. */
export interface SavedMethodCharge extends ChargeWish {
  /** Whether the customer's balance goes first. */
  readonly useWallet: boolean;
  /** Whether the customer has just asked for it, and can be sent to a page when their bank wants them. */
  readonly isCustomerPresent: boolean;
  readonly actor: Actor;
  readonly action: CheckoutCommand['action'];
  readonly ipAddress: string;
}

/**
 * Charges a kept card for invoices: one click of its owner, a charge by finance, or a renewal. The intent is stored
 * first; a yes or a no is applied as a callback would be, and without an answer the payment stays PENDING until a
 * callback, a repeat of the same attempt or the hourly check tells.
 *
 * @throws BillingError as `payableInvoices` and `beginCharge` do; SAVED_METHODS_OFF; GATEWAY_NOT_CONFIGURED.
 */
export async function chargeSavedMethod(
  db: Firestore,
  charge: SavedMethodCharge,
  now: Date,
): Promise<ChargeAnswer> {
  const { paymentId } = charge;
  const intent = await transact(db, now, (get) => storeIntent(get, charge, now));
  if (intent.kind === 'SETTLED')
    return { paymentId, gateway: 'wallet', kind: 'SETTLED', url: null, expiresAt: null };
  const { gateway, status } =
    intent.kind === 'KNOWN'
      ? intent
      : { gateway: intent.order.gateway, status: await askForMoney(db, charge, intent.order, now) };
  return { paymentId, gateway, kind: 'CHARGED', status, url: null, expiresAt: null };
}

async function storeIntent(get: Get, charge: SavedMethodCharge, now: Date) {
  const { paymentId, userId, useWallet } = charge;
  const invoiceIds = [...new Set(charge.invoiceIds)];
  const named = charge.paymentMethodId;
  const found = await get({
    payment: paths.payment(paymentId),
    invoices: invoiceIds.map(paths.invoice),
    ...readSubscriptions.ask(invoiceIds),
    user: paths.user(userId),
    identity: paths.gatewayIdentity(userId),
    method: named === null ? null : paths.paymentMethod(named),
  });
  const { payment, identity } = found;
  const user = must(found.user, 'USER_NOT_FOUND', { userId });
  if (payment !== null) {
    const { method } = payment.paymentMethodId === named ? found : await methodOf(get, payment);
    const gatewayCustomerId = method === null ? null : handleOf(identity, method.gateway);
    const description = numbersOf(found.invoices);
    const wish = { ...charge, invoiceIds };
    const result = repeatedCharge(payment, wish, { method, gatewayCustomerId, description, user }, now);
    return { writes: [], result };
  }
  const subscriptions = readSubscriptions.found(invoiceIds, found.subscriptions);
  const { due, ...payable } = payableInvoices(
    invoiceIds.map((id, index) => {
      const invoice = found.invoices[index] ?? null;
      return { id, invoice, subscription: subscriptions.get(invoice?.subscriptionId ?? '') };
    }),
    { uid: userId, user },
  );
  const paymentMethodId = cardToCharge(named, identity?.defaultPaymentMethodId ?? null);
  // The currency, and so the wallet, is known only now; so is the default card.
  const { wallet, standard } =
    useWallet || named === null
      ? await get({
          wallet: useWallet ? paths.wallet(userId, payable.currency) : null,
          standard: named === null ? paths.paymentMethod(paymentMethodId) : null,
        })
      : { wallet: null, standard: null };
  const method = found.method ?? standard;
  const gateway = method === null ? null : await gatewayNamed(method.gateway);
  if (gateway !== null) savedMethodsOf(gateway.name, gateway.savedMethods());
  return beginCharge(
    { method, wallet },
    {
      ...charge,
      purchase: { ...payable, amount: amountToPay(due, charge.amount) },
      paymentMethodId,
      walletPaymentId: walletPaymentId(paymentId),
      gatewayCustomerId: method === null ? null : handleOf(identity, method.gateway),
      isTest: gateway?.isTest() ?? false,
      user,
    },
    now,
  );
}

function methodOf(get: Get, { paymentMethodId }: { paymentMethodId: string | null }) {
  return paymentMethodId === null ? { method: null } : get({ method: paths.paymentMethod(paymentMethodId) });
}

/** What the first call told the gateway: numbers do not change. */
function numbersOf(invoices: readonly (Invoice | null)[]): string {
  return invoices.map((invoice) => invoice?.invoiceNumber ?? '').join(', ');
}

function savedMethodsOf(gateway: GatewayName, methods: SavedMethods | null): SavedMethods {
  return must(methods, 'SAVED_METHODS_OFF', { gateway });
}

async function askForMoney(
  db: Firestore,
  { paymentId, userId, ipAddress, isCustomerPresent }: SavedMethodCharge,
  order: ChargeOrder,
  now: Date,
): Promise<ChargedMethod['status']> {
  const { gateway: name, user, isRepeat, ...what } = order;
  const gateway = await gatewayNamed(name);
  let fact: SettlementFact;
  try {
    fact = await savedMethodsOf(name, gateway.savedMethods()).charge({
      ...what,
      paymentId,
      userId,
      ipAddress,
      isCustomerPresent,
      customer: checkoutCustomer(user),
    });
  } catch (error) {
    logs.gatewayCallFailed(name, 'charge', paymentId, error);
    if (!(error instanceof BillingError)) throw error;
    if (error.code === 'GATEWAY_RESULT_UNKNOWN') return 'PENDING';
    // A sure no, unless an earlier call of the attempt got through.
    if (!isRepeat) await refusePayment(db, paymentId, now);
    throw error;
  }
  await applyNews(db, { gateway: name, fact }, now);
  return settledStatus(fact);
}
