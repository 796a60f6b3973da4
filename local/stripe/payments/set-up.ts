import type Stripe from 'stripe';
import { newId, randomText } from '../ids';
import { idOf, type Call } from '../world';
import { authenticationFailed, declined, type CardFailure } from './card-error';
import { authenticationStep } from './pay';
import { attachPaymentMethod, cardOnFile, rememberUse } from './payment-method';

export interface SetupResult {
  intent: Stripe.SetupIntent;
  failure: CardFailure | null;
}

export interface NewSetupIntent {
  customer?: string | null | undefined;
  allowedTypes?: string[] | undefined;
  allowRedirects?: 'always' | 'never' | undefined;
  description?: string | undefined;
  metadata?: Record<string, string> | undefined;
  paymentMethod?: string | undefined;
  usage?: string | undefined;
}

/** Stores a new intent to save a payment method, not yet tried. */
export function createSetupIntent(call: Call, given: NewSetupIntent): Stripe.SetupIntent {
  const id = newId('seti');
  const intent: Stripe.SetupIntent = {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: given.allowedTypes ?? null,
    application: null,
    automatic_payment_methods: { allow_redirects: given.allowRedirects ?? 'always', enabled: true },
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(31)}`,
    created: call.now,
    customer: given.customer ?? null,
    customer_account: null,
    description: given.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: given.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: given.paymentMethod ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: given.paymentMethod === undefined ? 'requires_payment_method' : 'requires_confirmation',
    usage: given.usage ?? 'off_session',
  };
  call.objects.setupIntents.set(id, intent);
  call.emit('setup_intent.created', intent);
  return intent;
}

/** Tries to save a card: saved, refused, or waiting for the customer to confirm with the bank. */
export function attemptSetup(
  call: Call,
  intent: Stripe.SetupIntent,
  { method, returnUrl }: { method: Stripe.PaymentMethod; returnUrl?: string | undefined },
): SetupResult {
  const { card } = cardOnFile(call.objects, method.id);
  if (card.authentication === 'unless_set_up' || card.authentication === 'always') {
    return { intent: requireAction(call, intent, method, returnUrl), failure: null };
  }
  return settle(call, intent, method);
}

/** Takes the outcome of the 3D Secure step of an intent that waits for it. */
export function finishSetupAuthentication(
  call: Call,
  intent: Stripe.SetupIntent,
  passed: boolean,
): SetupResult {
  const method = call.objects.paymentMethods.get(idOf(intent.payment_method) ?? '');
  if (!method) throw new Error(`setup intent ${intent.id} waits without a payment method`);
  return passed ? settle(call, intent, method) : fail(call, intent, authenticationFailed('setup', method));
}

function store(call: Call, intent: Stripe.SetupIntent): Stripe.SetupIntent {
  call.objects.setupIntents.set(intent.id, intent);
  return intent;
}

function requireAction(
  call: Call,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  returnUrl: string | undefined,
): Stripe.SetupIntent {
  const waiting = store(call, {
    ...intent,
    last_setup_error: null,
    latest_attempt: newId('setatt'),
    next_action: authenticationStep(call, intent.id, returnUrl),
    payment_method: method.id,
    status: 'requires_action',
  });
  call.emit('setup_intent.requires_action', waiting);
  return waiting;
}

function settle(call: Call, intent: Stripe.SetupIntent, method: Stripe.PaymentMethod): SetupResult {
  const { card } = cardOnFile(call.objects, method.id);
  if (card.decline && !card.savable) return fail(call, intent, declined(card.decline, method));
  const customerId = idOf(intent.customer);
  if (customerId !== null) attachPaymentMethod(call, method, customerId);
  rememberUse(call, method.id, { isSetUp: true });
  const saved = store(call, {
    ...intent,
    last_setup_error: null,
    latest_attempt: newId('setatt'),
    next_action: null,
    payment_method: method.id,
    status: 'succeeded',
  });
  call.emit('setup_intent.succeeded', saved);
  return { intent: saved, failure: null };
}

function fail(call: Call, intent: Stripe.SetupIntent, failure: CardFailure): SetupResult {
  const failed = store(call, {
    ...intent,
    last_setup_error: failure,
    latest_attempt: newId('setatt'),
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  call.emit('setup_intent.setup_failed', failed);
  return { intent: failed, failure };
}
