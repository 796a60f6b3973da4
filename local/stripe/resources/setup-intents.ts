import type Stripe from 'stripe';
import type { z } from 'zod';
import { endpoint, type Endpoint } from '../api/endpoint';
import { ApiError, resourceMissing } from '../api/errors';
import { boolean, mergeMetadata, metadata, oneOf, text, url } from '../api/parameters';
import { cardError } from '../payments/card-error';
import { requireUsable, resolvePaymentMethod } from '../payments/payment-method';
import { attemptSetup, createSetupIntent } from '../payments/set-up';
import { idOf, type Call } from '../world';
import { findCustomer } from './customers';
import { methodSelection } from './shared-fields';

const confirmFields = {
  payment_method: text().optional(),
  return_url: url().optional(),
  use_stripe_sdk: boolean().optional(),
};

const createFields = {
  ...confirmFields,
  ...methodSelection,
  confirm: boolean().optional(),
  customer: text().optional(),
  description: text().optional(),
  metadata: metadata().optional(),
  usage: oneOf('off_session', 'on_session').optional(),
};

const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

function findIntent(call: Call, id: string): Stripe.SetupIntent {
  const intent = call.objects.setupIntents.get(id);
  if (!intent) throw resourceMissing('setupintent', id, 'intent', 404);
  return intent;
}

function unexpectedState(intent: Stripe.SetupIntent, reason: string): ApiError {
  return new ApiError(400, {
    type: 'invalid_request_error',
    code: 'setup_intent_unexpected_state',
    message: `You cannot confirm this SetupIntent because ${reason}.`,
    setup_intent: intent,
  });
}

function confirm(
  call: Call,
  intent: Stripe.SetupIntent,
  given: z.output<z.ZodObject<typeof confirmFields>>,
): Stripe.SetupIntent {
  if (!OPEN.includes(intent.status)) {
    throw unexpectedState(intent, `it has a status of ${intent.status}`);
  }
  const methodId = given.payment_method ?? idOf(intent.payment_method);
  if (methodId === null) throw unexpectedState(intent, "it's missing a payment method");
  const method = resolvePaymentMethod(call, methodId, 'payment_method');
  requireUsable(call, method, idOf(intent.customer));
  const { intent: tried, failure } = attemptSetup(call, intent, { method, returnUrl: given.return_url });
  if (failure) throw cardError(failure, { setup_intent: tried });
  return tried;
}

export const setupIntentEndpoints: readonly Endpoint[] = [
  endpoint('post', '/setup_intents', createFields, (call, given) => {
    const customer = given.customer === undefined ? null : findCustomer(call, given.customer, 'customer');
    const method =
      given.payment_method === undefined
        ? null
        : resolvePaymentMethod(call, given.payment_method, 'payment_method');
    const intent = createSetupIntent(call, {
      customer: customer?.id,
      allowedTypes: given.allowed_payment_method_types,
      allowRedirects: given.automatic_payment_methods?.allow_redirects,
      description: given.description,
      metadata: given.metadata && mergeMetadata({}, given.metadata),
      paymentMethod: method?.id,
      usage: given.usage,
    });
    return given.confirm === true ? confirm(call, intent, { ...given, payment_method: method?.id }) : intent;
  }),
  endpoint('get', '/setup_intents/:id', {}, (call, _given, id) => findIntent(call, id)),
  endpoint('post', '/setup_intents/:id/confirm', confirmFields, (call, given, id) =>
    confirm(call, findIntent(call, id), given),
  ),
];
