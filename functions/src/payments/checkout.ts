import { gatewayNamed } from '../gateways/registry';
import { actorOf } from '../platform/auth';
import { BillingError } from '../platform/errors';
import { PAYMENT_ID_LENGTH, derivedId } from '../platform/ids';
import * as logs from '../platform/logs';
import type { OperationContext } from '../platform/operation';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { CheckoutAnswer, CheckoutRequestBody, CheckoutSession } from '../schema/payment';
import { checkoutRequest } from '../schema/payment';
import type { CheckoutIntent } from './rules/begin-checkout';
import { beginCheckout, checkoutGateway, recordCheckout, refuseCheckout } from './rules/begin-checkout';

/**
 * `payment.checkout`: begins to pay what is due on an invoice and answers where. The payment is stored as
 * PENDING first and the gateway called second, so that no answer can arrive for a payment that we don't know.
 */
export const checkout = operation({
  request: checkoutRequest,
  allowed: 'signedIn',
  run: async (request, context): Promise<CheckoutAnswer> => {
    const paymentId = derivedId(PAYMENT_ID_LENGTH, context.caller.uid, request.attemptId);
    const intent = await storeIntent(paymentId, request, context);
    const session = intent.session ?? (await openSession(paymentId, intent, request, context));
    const { kind, url, expiresAt } = session;
    return { paymentId, gateway: intent.gateway, kind, url, expiresAt: expiresAt.toISOString() };
  },
});

function storeIntent(
  paymentId: string,
  { invoiceId, gateway: wish }: CheckoutRequestBody,
  { caller, db, now }: OperationContext,
): Promise<CheckoutIntent> {
  const actor = actorOf(caller);
  return transact(db, now, async (get) => {
    const found = await get({
      invoice: paths.invoice(invoiceId),
      payment: paths.payment(paymentId),
      user: paths.user(caller.uid),
    });
    const { gateway } = checkoutGateway(found, { invoiceId, uid: caller.uid, wish });
    const isTest = (await gatewayNamed(gateway)).isTest();
    return beginCheckout(found, { invoiceId, paymentId, wish, isTest, actor }, now);
  });
}

async function openSession(
  paymentId: string,
  intent: CheckoutIntent,
  { invoiceId, maxInstallment }: CheckoutRequestBody,
  { caller, db, now, ipAddress }: OperationContext,
): Promise<CheckoutSession> {
  const { user, gateway: name } = intent;
  const gateway = await gatewayNamed(name);
  try {
    const session = await gateway.startCheckout({
      paymentId,
      userId: caller.uid,
      invoiceId,
      invoiceNumber: intent.invoiceNumber,
      amount: intent.amount,
      currency: intent.currency,
      customer: {
        name: user.displayName,
        email: user.email,
        address: user.address === null ? user.country : `${user.address.line1}, ${user.address.city}`,
        locale: user.locale,
      },
      maxInstallment: maxInstallment ?? null,
      ipAddress,
      startedAt: intent.startedAt,
    });
    await transact(db, now, async (get) =>
      recordCheckout(await get({ payment: paths.payment(paymentId) }), { paymentId, session }),
    );
    return session;
  } catch (error) {
    logs.gatewayCallFailed(name, 'startCheckout', paymentId, error);
    // Every answer but "unknown" is a no: the same attempt would be refused again.
    if (error instanceof BillingError && error.code !== 'GATEWAY_RESULT_UNKNOWN') {
      await transact(db, now, async (get) =>
        refuseCheckout(
          await get({ payment: paths.payment(paymentId) }),
          { paymentId, reason: 'OUTAGE' },
          now,
        ),
      );
    }
    throw error;
  }
}
