import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../api/endpoint';
import { lineItemsOf } from '../api/expand';
import { invalidRequest, missingParameter, resourceMissing } from '../api/errors';
import { currency, email, integer, mergeMetadata, metadata, oneOf, text, url } from '../api/parameters';
import { createCheckoutSession, expireDueSessions, expireSession } from '../payments/checkout-session';
import { createLineItem } from '../payments/line-items';
import type { Call } from '../world';
import { findCustomer } from './customers';
import { captureMethod, requireChargeable } from './shared-fields';

const SHORTEST_SECONDS = 30 * 60;
const LONGEST_SECONDS = 24 * 60 * 60;
const MAXIMUM_LINE_ITEMS = 100;

const lineItem = z.strictObject({
  metadata: metadata().optional(),
  price_data: z.strictObject({
    currency: currency(),
    product_data: z.strictObject({
      description: text().optional(),
      images: z.array(text()).max(8).optional(),
      metadata: metadata().optional(),
      name: text(),
      tax_code: text().optional(),
    }),
    tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified').optional(),
    unit_amount: integer(0),
  }),
  quantity: integer(1),
});

const createFields = {
  allowed_payment_method_types: z.array(text()).optional(),
  billing_address_collection: oneOf('auto', 'required').optional(),
  cancel_url: url().optional(),
  client_reference_id: text(200).optional(),
  currency: currency().optional(),
  customer: text().optional(),
  customer_creation: oneOf('always', 'if_required').optional(),
  customer_email: email().optional(),
  expires_at: integer().optional(),
  line_items: z.array(lineItem).max(MAXIMUM_LINE_ITEMS).optional(),
  locale: text(10).optional(),
  metadata: metadata().optional(),
  mode: oneOf('payment', 'setup'),
  payment_intent_data: z
    .strictObject({
      capture_method: captureMethod.optional(),
      description: text().optional(),
      metadata: metadata().optional(),
      receipt_email: email().optional(),
      setup_future_usage: oneOf('off_session', 'on_session').optional(),
      statement_descriptor: text(22).optional(),
      statement_descriptor_suffix: text(22).optional(),
    })
    .optional(),
  saved_payment_method_options: z
    .strictObject({ allow_redisplay_filters: z.array(oneOf('always', 'limited', 'unspecified')).optional() })
    .optional(),
  setup_intent_data: z
    .strictObject({ description: text().optional(), metadata: metadata().optional() })
    .optional(),
  submit_type: oneOf('auto', 'book', 'donate', 'pay').optional(),
  success_url: url(),
  ui_mode: oneOf('hosted_page').optional(),
};

type NewSession = z.output<z.ZodObject<typeof createFields>>;

function findSession(call: Call, id: string): Stripe.Checkout.Session {
  expireDueSessions(call);
  const session = call.objects.checkoutSessions.get(id);
  if (!session) throw resourceMissing('checkout.session', id, 'session', 404);
  return session;
}

/** Parameters that belong to the other mode, or exclude each other. */
function requireConsistent(given: NewSession): void {
  if (given.customer !== undefined && given.customer_email !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: customer, customer_email.', {
      code: 'parameters_exclusive',
      param: 'customer_email',
    });
  }
  if (given.customer !== undefined && given.customer_creation !== undefined) {
    throw invalidRequest('`customer_creation` cannot be used together with `customer`.', {
      param: 'customer_creation',
    });
  }
  if (given.customer === undefined && given.saved_payment_method_options !== undefined) {
    throw invalidRequest('`saved_payment_method_options` can only be used with `customer`.', {
      param: 'saved_payment_method_options',
    });
  }
  const foreign =
    given.mode === 'payment'
      ? (['setup_intent_data'] as const)
      : (['line_items', 'payment_intent_data', 'submit_type'] as const);
  for (const param of foreign) {
    if (given[param] !== undefined) {
      throw invalidRequest(`You can not pass \`${param}\` in \`${given.mode}\` mode.`, { param });
    }
  }
}

function expiryOf(call: Call, asked: number | undefined): number {
  const expiresAt = asked ?? call.now + LONGEST_SECONDS;
  if (expiresAt < call.now + SHORTEST_SECONDS) {
    throw invalidRequest(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      { param: 'expires_at' },
    );
  }
  if (expiresAt > call.now + LONGEST_SECONDS) {
    throw invalidRequest(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      { param: 'expires_at' },
    );
  }
  return expiresAt;
}

/** What the session charges; a setup session charges nothing but still wants a currency. */
function itemsOf(call: Call, given: NewSession): { lineItems: Stripe.LineItem[]; currency: string | null } {
  if (given.mode === 'setup') {
    if (given.currency === undefined && given.allowed_payment_method_types === undefined) {
      throw missingParameter('currency');
    }
    return { lineItems: [], currency: given.currency ?? null };
  }
  const [first] = given.line_items ?? [];
  if (!first) throw missingParameter('line_items');
  const sessionCurrency = given.currency ?? first.price_data.currency;
  const lineItems = (given.line_items ?? []).map(
    ({ price_data: price, quantity, metadata: itemMetadata }) => {
      if (price.currency !== sessionCurrency) {
        throw invalidRequest('All line items of a Checkout Session must have the same currency.', {
          param: 'line_items',
        });
      }
      return createLineItem(call, {
        currency: price.currency,
        metadata: itemMetadata,
        name: price.product_data.name,
        quantity,
        taxBehavior: price.tax_behavior,
        unitAmount: price.unit_amount,
      });
    },
  );
  const total = lineItems.reduce((sum, item) => sum + item.amount_total, 0);
  requireChargeable(total, sessionCurrency, 'line_items');
  return { lineItems, currency: sessionCurrency };
}

function create(call: Call, given: NewSession): Stripe.Checkout.Session {
  requireConsistent(given);
  const { metadata: paymentMetadata, ...paymentData } = given.payment_intent_data ?? {};
  return createCheckoutSession(call, {
    mode: given.mode,
    successUrl: given.success_url,
    cancelUrl: given.cancel_url,
    clientReferenceId: given.client_reference_id,
    customer: given.customer === undefined ? null : findCustomer(call, given.customer, 'customer'),
    customerCreation: given.customer_creation,
    customerEmail: given.customer_email,
    allowedTypes: given.allowed_payment_method_types,
    billingAddressCollection: given.billing_address_collection,
    expiresAt: expiryOf(call, given.expires_at),
    locale: given.locale,
    metadata: mergeMetadata({}, given.metadata),
    paymentIntentData: { ...paymentData, metadata: mergeMetadata({}, paymentMetadata) },
    redisplayFilters: given.saved_payment_method_options?.allow_redisplay_filters,
    setupIntentData: given.setup_intent_data ?? {},
    submitType: given.submit_type,
    ...itemsOf(call, given),
  });
}

export const checkoutSessionEndpoints: readonly Endpoint[] = [
  endpoint('post', '/checkout/sessions', createFields, create),
  endpoint('get', '/checkout/sessions/:id', {}, (call, _given, id) => findSession(call, id)),
  endpoint('get', '/checkout/sessions/:id/line_items', {}, (call, _given, id) =>
    lineItemsOf(call.objects, findSession(call, id).id),
  ),
  endpoint('post', '/checkout/sessions/:id/expire', {}, (call, _given, id) => {
    const session = findSession(call, id);
    if (session.status !== 'open') {
      throw invalidRequest(
        'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ' +
          `${String(session.status)}.`,
      );
    }
    return expireSession(call, session);
  }),
];
