import type Stripe from 'stripe';
import type { z } from 'zod';
import { endpoint, type Endpoint } from '../api/endpoint';
import { ApiError, invalidRequest, resourceMissing } from '../api/errors';
import { boolean, email, mergeMetadata, metadata, oneOf, searching, text, url } from '../api/parameters';
import { search } from '../api/search';
import { cardError } from '../payments/card-error';
import { sessionOfIntent } from '../payments/checkout-session';
import { promiseDebit } from '../payments/debit';
import { attemptPayment } from '../payments/pay';
import { cancelPaymentIntent, createPaymentIntent } from '../payments/payment-intent';
import { requireUsable, resolvePaymentMethod } from '../payments/payment-method';
import { idOf, type Call } from '../world';
import { findCustomer } from './customers';
import { captureMethod, chargeAmount, methodSelection, requireChargeable } from './shared-fields';

const confirmFields = {
  error_on_requires_action: boolean().optional(),
  off_session: oneOf('true', 'false', 'one_off', 'recurring').optional(),
  payment_method: text().optional(),
  receipt_email: email().optional(),
  return_url: url().optional(),
  setup_future_usage: oneOf('off_session', 'on_session').optional(),
  use_stripe_sdk: boolean().optional(),
};

const createFields = {
  ...confirmFields,
  ...methodSelection,
  ...chargeAmount,
  capture_method: captureMethod.optional(),
  confirm: boolean().optional(),
  confirmation_method: oneOf('automatic', 'manual').optional(),
  customer: text().optional(),
  description: text().optional(),
  metadata: metadata().optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
};

type Confirmation = z.output<z.ZodObject<typeof confirmFields>>;

const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

function findIntent(call: Call, id: string): Stripe.PaymentIntent {
  const intent = call.objects.paymentIntents.get(id);
  if (!intent) throw resourceMissing('payment_intent', id, 'intent', 404);
  return intent;
}

function unexpectedState(intent: Stripe.PaymentIntent, act: string): ApiError {
  return new ApiError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message:
      `You cannot ${act} this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with ` +
      `one of the following statuses may be used for this: ${OPEN.join(', ')}.`,
    payment_intent: intent,
  });
}

/** Methods that might send the customer away need an address to come back to; cards alone do not. */
function requireReturnUrl(intent: Stripe.PaymentIntent, given: Confirmation, offSession: boolean): void {
  const cardsOnly = intent.allowed_payment_method_types?.every((type) => type === 'card') === true;
  const redirects = intent.automatic_payment_methods?.allow_redirects === 'always' && !cardsOnly;
  if (!redirects || offSession || given.return_url !== undefined || given.use_stripe_sdk === true) return;
  throw invalidRequest(
    'This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these ' +
      'payment methods might redirect your customer off of your page, you must provide a `return_url`. If you ' +
      "don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and " +
      '`automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.',
    { param: 'return_url' },
  );
}

function confirm(call: Call, stored: Stripe.PaymentIntent, given: Confirmation): Stripe.PaymentIntent {
  if (!OPEN.includes(stored.status)) throw unexpectedState(stored, 'confirm');
  const intent: Stripe.PaymentIntent = {
    ...stored,
    receipt_email: given.receipt_email ?? stored.receipt_email,
    setup_future_usage: given.setup_future_usage ?? stored.setup_future_usage,
  };
  const offSession = given.off_session !== undefined && given.off_session !== 'false';
  requireReturnUrl(intent, given, offSession);
  const methodId = given.payment_method ?? idOf(intent.payment_method);
  if (methodId === null) {
    throw new ApiError(400, {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      message:
        "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the " +
        'PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a ' +
        'payment method or ConfirmationToken.',
      payment_intent: intent,
    });
  }
  const method = resolvePaymentMethod(call, methodId, 'payment_method');
  requireUsable(call, method, idOf(intent.customer));
  const { intent: tried, failure } =
    method.type === 'sepa_debit'
      ? { intent: promiseDebit(call, intent, method), failure: null }
      : attemptPayment(call, intent, { method, offSession, returnUrl: given.return_url });
  if (failure) throw cardError(failure, { payment_intent: tried });
  return given.error_on_requires_action === true ? refuseAction(call, tried, method) : tried;
}

/** `error_on_requires_action`: a step of the customer's counts as a refusal. */
function refuseAction(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  if (intent.status !== 'requires_action') return intent;
  const back: Stripe.PaymentIntent = {
    ...intent,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  };
  call.objects.paymentIntents.set(intent.id, back);
  throw new ApiError(402, {
    type: 'card_error',
    code: 'authentication_required',
    decline_code: 'authentication_not_handled',
    message:
      'This payment required an authentication action to complete, but `error_on_requires_action` was set. When ' +
      "you're ready, you can upgrade your integration to handle actions.",
    payment_intent: back,
    payment_method: method,
  });
}

function create(call: Call, given: z.output<z.ZodObject<typeof createFields>>): Stripe.PaymentIntent {
  if (given.confirm !== true && (given.off_session !== undefined || given.return_url !== undefined)) {
    const param = given.off_session === undefined ? 'return_url' : 'off_session';
    throw invalidRequest(`\`${param}\` can only be used with \`confirm=true\`.`, { param });
  }
  requireChargeable(given.amount, given.currency, 'amount');
  const customer = given.customer === undefined ? null : findCustomer(call, given.customer, 'customer');
  const method =
    given.payment_method === undefined
      ? null
      : resolvePaymentMethod(call, given.payment_method, 'payment_method');
  if (method) requireUsable(call, method, customer?.id ?? null);
  const intent = createPaymentIntent(call, {
    amount: given.amount,
    currency: given.currency,
    customer: customer?.id,
    allowedTypes: given.allowed_payment_method_types,
    allowRedirects: given.automatic_payment_methods?.allow_redirects,
    captureMethod: given.capture_method,
    confirmationMethod: given.confirmation_method,
    description: given.description,
    metadata: given.metadata && mergeMetadata({}, given.metadata),
    paymentMethod: method?.id,
    receiptEmail: given.receipt_email,
    setupFutureUsage: given.setup_future_usage,
    statementDescriptor: given.statement_descriptor,
    statementDescriptorSuffix: given.statement_descriptor_suffix,
  });
  return given.confirm === true ? confirm(call, intent, { ...given, payment_method: method?.id }) : intent;
}

const cancelFields = {
  cancellation_reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned').optional(),
};

export const paymentIntentEndpoints: readonly Endpoint[] = [
  endpoint('post', '/payment_intents', createFields, create),
  endpoint('get', '/payment_intents/search', searching, (call, given) =>
    search(call.objects.paymentIntents.values(), given, '/v1/payment_intents/search'),
  ),
  endpoint('get', '/payment_intents/:id', {}, (call, _given, id) => findIntent(call, id)),
  endpoint('post', '/payment_intents/:id/confirm', confirmFields, (call, given, id) =>
    confirm(call, findIntent(call, id), given),
  ),
  endpoint('post', '/payment_intents/:id/cancel', cancelFields, (call, given, id) => {
    const intent = findIntent(call, id);
    if (!OPEN.includes(intent.status)) throw unexpectedState(intent, 'cancel');
    if (sessionOfIntent(call, id)?.status === 'open') {
      throw invalidRequest(
        'You cannot cancel a PaymentIntent that a Checkout Session created. Expire the Checkout Session instead.',
        { code: 'payment_intent_unexpected_state' },
      );
    }
    return cancelPaymentIntent(call, intent, given.cancellation_reason ?? null);
  }),
];
