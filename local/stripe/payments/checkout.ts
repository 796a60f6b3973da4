import type Stripe from 'stripe';
import { idOf, type Call } from '../world';
import type { CardFailure } from './card-error';
import { completeSession } from './checkout-session';
import { createCustomer, updateCustomer } from './customer';
import { createDebitMethod, promiseDebit } from './debit';
import { attemptPayment } from './pay';
import { createPaymentIntent } from './payment-intent';
import { createPaymentMethod, type CardDetails } from './payment-method';
import { attemptSetup } from './set-up';

export type CheckoutStep =
  | { kind: 'completed'; session: Stripe.Checkout.Session }
  | { kind: 'authenticate'; intentId: string }
  | { kind: 'declined'; session: Stripe.Checkout.Session; failure: CardFailure };

/** What happens when the customer of an open session sends the card form. */
export function submitCard(call: Call, open: Stripe.Checkout.Session, details: CardDetails): CheckoutStep {
  const session = rememberCustomer(call, open, details);
  const method = createPaymentMethod(call, details);
  const attempt =
    session.mode === 'payment'
      ? attemptPayment(call, paymentIntentOf(call, session), { method, offSession: false })
      : attemptSetup(call, setupIntentOf(call, session), { method });
  return afterAttempt(call, session.id, attempt);
}

/** What the customer of a session keeps that its page can charge. */
export function keptCards(call: Call, { customer }: Stripe.Checkout.Session): Stripe.PaymentMethod[] {
  const customerId = idOf(customer);
  if (customerId === null) return [];
  return [...call.objects.paymentMethods.values()].filter(
    (method) => method.customer === customerId && method.card !== undefined,
  );
}

/** What happens when the customer of an open session chooses a card that they keep. */
export function submitKeptCard(
  call: Call,
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
): CheckoutStep {
  const attempt = attemptPayment(call, paymentIntentOf(call, session), { method, offSession: false });
  return afterAttempt(call, session.id, attempt);
}

/** What happens when the customer of an open session agrees to be debited: the page is done, the money is not there. */
export function submitDebit(
  call: Call,
  open: Stripe.Checkout.Session,
  owner: { name: string | null; email: string | null },
): CheckoutStep {
  const session = rememberCustomer(call, open, owner);
  const method = createDebitMethod(call, owner);
  const intent = promiseDebit(call, paymentIntentOf(call, session), method);
  return afterAttempt(call, session.id, { intent, failure: null });
}

/** Leads the customer on after a card was tried or the 3D Secure step is over. */
export function afterAttempt(
  call: Call,
  sessionId: string,
  { intent, failure }: { intent: Stripe.PaymentIntent | Stripe.SetupIntent; failure: CardFailure | null },
): CheckoutStep {
  const session = call.objects.checkoutSessions.get(sessionId);
  if (!session) throw new Error(`no checkout session ${sessionId}`);
  if (failure) return { kind: 'declined', session, failure };
  if (intent.status === 'requires_action') return { kind: 'authenticate', intentId: intent.id };
  const method = call.objects.paymentMethods.get(idOf(intent.payment_method) ?? '');
  return { kind: 'completed', session: completeSession(call, session, method) };
}

/** Makes the customer the session is to have, or puts the address typed on the page on a customer without. */
function rememberCustomer(
  call: Call,
  session: Stripe.Checkout.Session,
  { email, name }: Pick<CardDetails, 'email' | 'name'>,
): Stripe.Checkout.Session {
  const known = call.objects.customers.get(idOf(session.customer) ?? '');
  if (known) {
    if (known.email === null && email !== null) updateCustomer(call, known, { email });
    return session;
  }
  const data = call.objects.paymentIntentData.get(session.id);
  const required = session.customer_creation === 'always' || data?.setup_future_usage !== undefined;
  if (!required) return session;
  const customer = createCustomer(call, { email, name });
  const setupIntent = call.objects.setupIntents.get(idOf(session.setup_intent) ?? '');
  if (setupIntent) call.objects.setupIntents.set(setupIntent.id, { ...setupIntent, customer: customer.id });
  return store(call, { ...session, customer: customer.id });
}

function store(call: Call, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  call.objects.checkoutSessions.set(session.id, session);
  return session;
}

/** Stripe makes the PaymentIntent of a session when the customer first pays, and keeps it for further tries. */
function paymentIntentOf(call: Call, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const known = call.objects.paymentIntents.get(idOf(session.payment_intent) ?? '');
  if (known) return known;
  if (session.amount_total === null || session.currency === null) {
    throw new Error(`session ${session.id} has nothing to pay`);
  }
  const data = call.objects.paymentIntentData.get(session.id) ?? {};
  const intent = createPaymentIntent(call, {
    amount: session.amount_total,
    currency: session.currency,
    customer: idOf(session.customer),
    allowedTypes: session.allowed_payment_method_types ?? undefined,
    captureMethod: data.capture_method,
    description: data.description,
    metadata: data.metadata,
    receiptEmail: data.receipt_email,
    setupFutureUsage: data.setup_future_usage,
    statementDescriptor: data.statement_descriptor,
    statementDescriptorSuffix: data.statement_descriptor_suffix,
  });
  store(call, { ...session, payment_intent: intent.id });
  return intent;
}

function setupIntentOf(call: Call, session: Stripe.Checkout.Session): Stripe.SetupIntent {
  const intent = call.objects.setupIntents.get(idOf(session.setup_intent) ?? '');
  if (!intent) throw new Error(`session ${session.id} has no setup intent`);
  return intent;
}
