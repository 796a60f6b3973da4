import type { Checkout } from '../gateways/gateway';
import { gatewayNamed } from '../gateways/registry';
import { BillingError, must } from '../platform/errors';
import * as logs from '../platform/logs';
import type { OperationContext } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { CheckoutAnswer, CheckoutMethod, CheckoutSession } from '../schema/payment';
import { asGatewayCustomer } from './gateway-customer';
import { refusePayment } from './refuse-payment';
import type { CheckoutIntent } from './rules/begin-checkout';
import { giveUpOpening, recordCheckout } from './rules/begin-checkout';
import { checkoutCustomer } from './rules/checkout-customer';

interface Wishes {
  readonly maxInstallment: number | null;
  readonly saveMethod: boolean;
  readonly method?: CheckoutMethod;
}

/**
 * The second half of every payment through a gateway: the intent is stored, now the gateway is called. Its yes is
 * kept with the payment, its no ends it, and without an answer the payment stays PENDING, to be continued by the same
 * attempt or settled by whatever news comes.
 */
export async function openSession(
  paymentId: string,
  intent: CheckoutIntent | null,
  wishes: Wishes,
  context: OperationContext,
): Promise<CheckoutAnswer> {
  if (intent === null) return { paymentId, gateway: 'wallet', kind: 'SETTLED', url: null, expiresAt: null };
  const session = intent.session ?? (await openAndRecord(paymentId, intent, wishes, context));
  const { kind, method, url } = session;
  const where = {
    paymentId,
    gateway: intent.gateway,
    method,
    url,
    expiresAt: session.expiresAt.toISOString(),
  };
  if (kind !== 'CARD_FORM') return { ...where, kind };
  const { cardFields } = await gatewayNamed(intent.gateway);
  const checkout = checkoutFor(paymentId, intent, wishes, context);
  return {
    ...where,
    kind,
    fields: must(cardFields, 'SAVED_METHODS_OFF')(checkout(intent.gatewayCustomerId)),
  };
}

/** What the gateway is asked for, by its name for the customer. */
function checkoutFor(
  paymentId: string,
  { user, amount, currency, invoiceIds, description, startedAt }: CheckoutIntent,
  wishes: Wishes,
  { caller, ipAddress }: OperationContext,
): (gatewayCustomerId: string | null) => Checkout {
  const customer = checkoutCustomer(user);
  const asked = { paymentId, userId: caller.uid, invoiceIds, description, amount, currency, customer };
  return (gatewayCustomerId) => ({ ...asked, ...wishes, ipAddress, startedAt, gatewayCustomerId });
}

async function openAndRecord(
  paymentId: string,
  intent: CheckoutIntent,
  wishes: Wishes,
  context: OperationContext,
): Promise<CheckoutSession> {
  const { db, now } = context;
  const { openingUntil } = intent;
  const session = await askGateway(paymentId, intent, wishes, context);
  await transact(db, now, async (get) =>
    recordCheckout(await get({ payment: paths.payment(paymentId) }), { paymentId, openingUntil, session }),
  );
  return session;
}

async function askGateway(
  paymentId: string,
  intent: CheckoutIntent,
  wishes: Wishes,
  context: OperationContext,
): Promise<CheckoutSession> {
  const { caller, db, now } = context;
  const { gateway: name } = intent;
  const gateway = await gatewayNamed(name);
  const checkout = checkoutFor(paymentId, intent, wishes, context);
  const start = (gatewayCustomerId: string | null) => gateway.startCheckout(checkout(gatewayCustomerId));
  try {
    const methods = gateway.savedMethods();
    // A gateway that keeps cards shows a customer theirs; elsewhere everybody pays as a guest.
    if (methods === null) return await start(null);
    return await asGatewayCustomer(db, { ...intent, methods, userId: caller.uid }, now, start);
  } catch (error) {
    logs.gatewayCallFailed(name, 'startCheckout', paymentId, error);
    if (!(error instanceof BillingError)) throw error;
    // Every answer but "unknown" is a no: the same attempt would be refused again.
    if (error.code === 'GATEWAY_RESULT_UNKNOWN') await leaveToOthers(paymentId, intent, context);
    else await refusePayment(db, paymentId, now);
    throw error;
  }
}

async function leaveToOthers(
  paymentId: string,
  { openingUntil }: CheckoutIntent,
  { db, now }: OperationContext,
): Promise<void> {
  await transact(db, now, async (get) =>
    giveUpOpening(await get({ payment: paths.payment(paymentId) }), { paymentId, openingUntil }),
  );
}
