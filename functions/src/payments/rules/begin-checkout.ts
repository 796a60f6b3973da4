import { create, update } from '../../core/decision';
import type { Decision, Fields } from '../../core/decision';
import { ZERO } from '../../core/money';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { mayPayInvoice } from '../../invoices/rules/invoice-access';
import { assertInvoiceAllows } from '../../invoices/rules/invoice-state';
import { BillingError, must } from '../../platform/errors';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { CheckoutSession, GatewayName, Payment, PaymentFailure } from '../../schema/payment';
import type { User } from '../../schema/user';
import { chooseGateway } from './choose-gateway';

export interface CheckoutDocuments {
  readonly invoice: Invoice | null;
  readonly payment: Payment | null;
  readonly user: User | null;
}

export interface CheckoutIntent {
  readonly gateway: GatewayName;
  readonly amount: Payment['amount'];
  readonly currency: string;
  readonly invoiceNumber: string;
  readonly user: User;
  readonly startedAt: Date;
  /** The session that an earlier call of the same attempt opened. */
  readonly session: CheckoutSession | null;
}

/** Which gateway a checkout goes to, for a customer who may pay this invoice now. Nothing is written. */
export function checkoutGateway(
  { invoice: maybeInvoice, user: maybeUser }: Pick<CheckoutDocuments, 'invoice' | 'user'>,
  { invoiceId, uid, wish }: { invoiceId: string; uid: string; wish: GatewayName | undefined },
): { invoice: Invoice; user: User; gateway: GatewayName } {
  const user = must(maybeUser, 'USER_NOT_FOUND', { userId: uid });
  const invoice = must(maybeInvoice, 'INVOICE_NOT_FOUND', { invoiceId });
  // Somebody else's invoice is answered like one that does not exist: ids must not be guessable by probing.
  if (!mayPayInvoice(invoice, { uid, organizationIds: user.organizationIds })) {
    throw new BillingError('INVOICE_NOT_FOUND', { invoiceId });
  }
  assertInvoiceAllows('pay', invoice);
  if (invoice.processingPaymentIds.length > 0) throw new BillingError('PAYMENT_PROCESSING', { invoiceId });
  return {
    invoice,
    user,
    gateway: chooseGateway({ country: user.country, currency: invoice.currency }, wish),
  };
}

/**
 * Stores the intent to pay what is due as a PENDING payment, before the gateway hears of it. The amount comes
 * from the invoice, never from the caller. The same attempt again answers what the first call stored.
 */
export function beginCheckout(
  documents: CheckoutDocuments,
  command: {
    invoiceId: string;
    paymentId: string;
    wish: GatewayName | undefined;
    isTest: boolean;
    actor: Actor;
  },
  now: Date,
): Decision<CheckoutIntent> {
  const { invoiceId, paymentId, wish, isTest, actor } = command;
  const { invoice, user, gateway } = checkoutGateway(documents, { invoiceId, uid: actor.uid, wish });
  const invoiceNumber = must(invoice.invoiceNumber, 'INVOICE_NOT_ISSUED', { invoiceId });
  const { payment } = documents;
  if (payment !== null) {
    const continues =
      payment.status === 'PENDING' &&
      payment.gateway === gateway &&
      payment.amount === invoice.amountDue &&
      payment.invoiceIds.includes(invoiceId);
    if (!continues) throw new BillingError('PAYMENT_FINISHED', { paymentId });
    const { amount, currency, createdAt: startedAt, checkout: session } = payment;
    return { writes: [], result: { gateway, amount, currency, invoiceNumber, user, startedAt, session } };
  }

  const fields: Fields<Payment> = {
    userId: actor.uid,
    organizationId: invoice.organizationId,
    gateway,
    gatewayPaymentId: null,
    isTest,
    invoiceIds: [invoiceId],
    installment: 1,
    paytrHash: null,
    amount: invoice.amountDue,
    surcharge: ZERO,
    fee: null,
    refundedAmount: ZERO,
    currency: invoice.currency,
    status: 'PENDING',
    paymentMethodId: null,
    allocations: [],
    creditedToWallet: ZERO,
    checkout: null,
    metadata: {},
    failureReason: null,
    failedAt: null,
    processedAt: null,
  };
  const path = paths.payment(paymentId);
  return {
    writes: [create(path, fields), auditWrite(actor, 'payment.checkout', path)],
    result: {
      gateway,
      amount: fields.amount,
      currency: fields.currency,
      invoiceNumber,
      user,
      startedAt: now,
      session: null,
    },
  };
}

/** Keeps where the customer pays, so that an interrupted attempt can be continued. */
export function recordCheckout(
  { payment }: { payment: Payment | null },
  { paymentId, session }: { paymentId: string; session: CheckoutSession },
): Decision<null> {
  const stillOpen = payment?.status === 'PENDING';
  return { writes: stillOpen ? [update(paths.payment(paymentId), { checkout: session })] : [], result: null };
}

/**
 * The gateway refused to open a checkout: nothing was or will be charged. When a call of the same attempt was
 * quicker and has a checkout open, the payment goes on there.
 */
export function refuseCheckout(
  { payment }: { payment: Payment | null },
  { paymentId, reason }: { paymentId: string; reason: PaymentFailure },
  now: Date,
): Decision<null> {
  const stillOpen = payment?.status === 'PENDING' && payment.checkout === null;
  const failed = { status: 'FAILED', failureReason: reason, failedAt: now, processedAt: now } as const;
  return { writes: stillOpen ? [update(paths.payment(paymentId), failed)] : [], result: null };
}
