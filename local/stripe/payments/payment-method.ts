import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import { invalidRequest, resourceMissing } from '../api/errors';
import { newId } from '../ids';
import { testCardOfMethodId, type TestCard } from '../test-cards';
import { idOf, type Call, type CardOnFile, type Objects } from '../world';
import { cardError, declined } from './card-error';
import { updateCustomer } from './customer';

export interface CardDetails {
  card: TestCard;
  expMonth: number;
  expYear: number;
  name: string | null;
  email: string | null;
}

/** Stripe's own mark of a card number: the same card has the same one. */
function fingerprint(number: string): string {
  return createHash('sha256').update(number).digest('base64url').replaceAll(/[-_]/g, 'x').slice(0, 16);
}

/** Stores a new payment method that belongs to no customer. */
export function createPaymentMethod(call: Call, details: CardDetails): Stripe.PaymentMethod {
  const { card } = details;
  const method: Stripe.PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: null, email: details.email, name: details.name, phone: null, tax_id: null },
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'unchecked' },
      country: 'US',
      display_brand: card.brand,
      exp_month: details.expMonth,
      exp_year: details.expYear,
      fingerprint: fingerprint(card.number),
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: call.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
  call.objects.paymentMethods.set(method.id, method);
  call.objects.cards.set(method.id, { card, isSetUp: card.authentication === 'set_up' });
  return method;
}

/** The payment method an API parameter names; an id such as `pm_card_visa` makes a new one. */
export function resolvePaymentMethod(
  call: Call,
  id: string,
  param: string,
  status: 400 | 404 = 400,
): Stripe.PaymentMethod {
  const card = testCardOfMethodId(id);
  if (card) {
    const expYear = new Date(call.now * 1000).getUTCFullYear() + 3;
    return createPaymentMethod(call, { card, expMonth: 12, expYear, name: null, email: null });
  }
  const method = call.objects.paymentMethods.get(id);
  if (!method) throw resourceMissing('PaymentMethod', id, param, status);
  return method;
}

export function cardOnFile(objects: Objects, methodId: string): CardOnFile {
  const known = objects.cards.get(methodId);
  if (!known) throw new Error(`payment method ${methodId} has no card`);
  return known;
}

/** Throws unless Stripe would let the payment method be used for `customerId`. */
export function requireUsable(call: Call, method: Stripe.PaymentMethod, customerId: string | null): void {
  const owner = idOf(method.customer);
  if (call.objects.spentMethods.has(method.id) && owner === null) {
    throw invalidRequest(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared ' +
        'with a connected account without Customer attachment, or was detached from a Customer. It may not be ' +
        'used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
      { param: 'payment_method' },
    );
  }
  if (owner === null || owner === customerId) return;
  throw invalidRequest(
    customerId === null
      ? 'The PaymentMethod you provided is attached to a customer so for security purposes you must provide the ' +
          'customer in the request.'
      : `The customer does not have a payment method with the ID ${method.id}. The payment method must be ` +
          'attached to the customer.',
    { param: 'payment_method' },
  );
}

/** Throws the card error of a card that cannot be saved on a customer. */
export function requireSavable(call: Call, method: Stripe.PaymentMethod): void {
  const card = call.objects.cards.get(method.id)?.card;
  if (card?.decline && !card.savable) throw cardError(declined(card.decline, method));
}

/** Saves the payment method on the customer. */
export function attachPaymentMethod(
  call: Call,
  method: Stripe.PaymentMethod,
  customerId: string,
): Stripe.PaymentMethod {
  if (idOf(method.customer) === customerId) return method;
  if (method.customer !== null) {
    throw invalidRequest('The payment method you provided has already been attached to a customer.', {
      code: 'payment_method_unexpected_state',
      param: 'payment_method',
    });
  }
  requireUsable(call, method, customerId);
  requireSavable(call, method);
  const attached: Stripe.PaymentMethod = { ...method, customer: customerId };
  call.objects.paymentMethods.set(method.id, attached);
  call.emit('payment_method.attached', attached);
  return attached;
}

/** Takes the payment method off its customer, for good. */
export function detachPaymentMethod(
  call: Call,
  method: Stripe.PaymentMethod,
  customer: Stripe.Customer,
): Stripe.PaymentMethod {
  const detached = { ...method, customer: null };
  call.objects.paymentMethods.set(method.id, detached);
  call.objects.spentMethods.add(method.id);
  call.emit('payment_method.detached', detached, { customer: customer.id });
  if (customer.invoice_settings.default_payment_method === method.id) {
    const invoiceSettings = { ...customer.invoice_settings, default_payment_method: null };
    updateCustomer(call, customer, { invoice_settings: invoiceSettings });
  }
  return detached;
}

/** Gives a card another month of expiry; the caller says how that came. */
export function renewCard(
  call: Call,
  method: Stripe.PaymentMethod,
  { month, year }: { month?: number | undefined; year?: number | undefined },
): Stripe.PaymentMethod {
  const { card } = method;
  if (!card) throw new Error(`payment method ${method.id} has no card`);
  const renewed: Stripe.PaymentMethod = {
    ...method,
    card: { ...card, exp_month: month ?? card.exp_month, exp_year: year ?? card.exp_year },
  };
  call.objects.paymentMethods.set(method.id, renewed);
  return renewed;
}

/** A card that was saved or authenticated, or behaves like another one, is remembered so. */
export function rememberUse(call: Call, methodId: string, changes: Partial<CardOnFile>): void {
  call.objects.cards.set(methodId, { ...cardOnFile(call.objects, methodId), ...changes });
}

/** Whether the bank wants the customer to confirm, given whether the customer is there. */
export function needsAuthentication(objects: Objects, methodId: string, offSession: boolean): boolean {
  const { card, isSetUp } = cardOnFile(objects, methodId);
  if (card.authentication === 'never') return false;
  return !offSession || card.authentication === 'always' || !isSetUp;
}
