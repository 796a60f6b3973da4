import { Router, urlencoded, type Request, type Response } from 'express';
import type Stripe from 'stripe';
import {
  afterAttempt,
  keptCards,
  submitCard,
  submitDebit,
  submitKeptCard,
  type CheckoutStep,
} from '../payments/checkout';
import { expireDueSessions, sessionOfIntent } from '../payments/checkout-session';
import { finishPaymentAuthentication } from '../payments/pay';
import { finishSetupAuthentication } from '../payments/set-up';
import { idOf, type Call } from '../world';
import { authenticationPage } from './authentication-page';
import { checkForm, NO_VALUES, readForm, type FormErrors, type FormValues } from './card-form';
import { checkoutPage, takesDebit } from './checkout-page';
import { messagePage } from './layout';
import { textsFor, type Texts } from './texts';

/** Tells the payment page, after a detour to the bank, that the customer was not confirmed. */
const AUTHENTICATION_FAILED = 'authentication_failed';

/** The pages a customer sees: the hosted payment page and the 3D Secure step. */
export function pageRouter(begin: () => Call): Router {
  const router = Router();
  router.use(urlencoded({ extended: false }), (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/pay/:id', (request, response) => {
    showCheckout(begin(), request, response);
  });
  router.post('/pay/:id', (request, response) => {
    submitCheckout(begin(), request, response);
  });
  router.post('/pay/:id/debit', (request, response) => {
    submitDebitForm(begin(), request, response);
  });
  router.post('/pay/:id/kept', (request, response) => {
    submitKeptCardForm(begin(), request, response);
  });
  router.get('/authenticate/:id', (request, response) => {
    showAuthentication(begin(), request, response);
  });
  router.post('/authenticate/:id', (request, response) => {
    submitAuthentication(begin(), request, response);
  });
  return router;
}

const wordsOf = (request: Request, session?: Stripe.Checkout.Session): Texts =>
  textsFor(session?.locale ?? null, request.get('accept-language'));

const linkTo = (href: string | null, label: string) => (href === null ? null : { href, label });

const successUrl = (session: Stripe.Checkout.Session): string =>
  (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id);

function sendNotFound(request: Request, response: Response): void {
  const texts = wordsOf(request);
  response.status(404).send(messagePage(texts, texts.notFound, texts.notFoundBody, null));
}

/** The open session of the address, or undefined once another page was sent in its place. */
function openSession(call: Call, request: Request, response: Response): Stripe.Checkout.Session | undefined {
  expireDueSessions(call);
  const session = call.objects.checkoutSessions.get(String(request.params.id));
  if (!session) {
    sendNotFound(request, response);
    return undefined;
  }
  if (session.status === 'open') return session;
  const texts = wordsOf(request, session);
  if (session.status === 'expired') {
    response
      .status(410)
      .send(messagePage(texts, texts.expired, texts.expiredBody, linkTo(session.cancel_url, texts.back)));
  } else if (request.method === 'POST') {
    response.redirect(303, successUrl(session));
  } else {
    response.send(
      messagePage(texts, texts.done, texts.doneBody, linkTo(successUrl(session), texts.continueLink)),
    );
  }
  return undefined;
}

function knownEmail(call: Call, session: Stripe.Checkout.Session): string | null {
  return call.objects.customers.get(idOf(session.customer) ?? '')?.email ?? session.customer_email;
}

function sendCheckout(
  call: Call,
  request: Request,
  response: Response,
  session: Stripe.Checkout.Session,
  shown: { values: FormValues; errors: FormErrors; alert: string | null },
): void {
  response.send(
    checkoutPage({
      session,
      lineItems: call.objects.lineItems.get(session.id) ?? [],
      knownEmail: knownEmail(call, session),
      keptCards: keptCards(call, session),
      texts: wordsOf(request, session),
      ...shown,
    }),
  );
}

function showCheckout(call: Call, request: Request, response: Response): void {
  const session = openSession(call, request, response);
  if (!session) return;
  const failed = request.query.error === AUTHENTICATION_FAILED;
  const alert = failed ? wordsOf(request, session).authenticationFailed : null;
  sendCheckout(call, request, response, session, { values: NO_VALUES, errors: {}, alert });
}

function submitCheckout(call: Call, request: Request, response: Response): void {
  const session = openSession(call, request, response);
  if (!session) return;
  const values = readForm(request.body);
  const checked = checkForm(values, knownEmail(call, session), new Date(call.now * 1000));
  if ('errors' in checked) {
    response.status(422);
    sendCheckout(call, request, response, session, { values, errors: checked.errors, alert: null });
    return;
  }
  sendNext(call, request, response, submitCard(call, session, checked.details), { ...values, cvc: '' });
}

function submitKeptCardForm(call: Call, request: Request, response: Response): void {
  const session = openSession(call, request, response);
  if (!session) return;
  const chosen = (request.body as Record<string, unknown>).payment_method;
  const method = keptCards(call, session).find(({ id }) => id === chosen);
  if (!method || session.mode !== 'payment') {
    sendNotFound(request, response);
    return;
  }
  sendNext(call, request, response, submitKeptCard(call, session, method), NO_VALUES);
}

/** Leads on, or back to the page with the reason why the bank said no. */
function sendNext(
  call: Call,
  request: Request,
  response: Response,
  step: CheckoutStep,
  values: FormValues,
): void {
  if (step.kind !== 'declined') {
    response.redirect(303, nextAddress(step));
    return;
  }
  const texts = wordsOf(request, step.session);
  const alert = texts.declines[step.failure.decline_code ?? ''] ?? texts.declined;
  response.status(402);
  sendCheckout(call, request, response, step.session, { values, errors: {}, alert });
}

function submitDebitForm(call: Call, request: Request, response: Response): void {
  const session = openSession(call, request, response);
  if (!session) return;
  if (!takesDebit(session)) {
    sendNotFound(request, response);
    return;
  }
  const owner = { name: null, email: knownEmail(call, session) };
  response.redirect(303, nextAddress(submitDebit(call, session, owner)));
}

function nextAddress(step: CheckoutStep): string {
  if (step.kind === 'completed') return successUrl(step.session);
  if (step.kind === 'authenticate') return `/c/authenticate/${step.intentId}`;
  return `/c/pay/${step.session.id}?error=${AUTHENTICATION_FAILED}`;
}

type Intent = Stripe.PaymentIntent | Stripe.SetupIntent;

const findIntent = (call: Call, id: string): Intent | undefined =>
  call.objects.paymentIntents.get(id) ?? call.objects.setupIntents.get(id);

/** Where a customer belongs who comes to the 3D Secure step when nothing waits for it. */
function settledAddress(call: Call, intent: Intent): string | null {
  const session = sessionOfIntent(call, intent.id);
  if (session) return `/c/pay/${session.id}`;
  const address = call.objects.returnUrls.get(intent.id);
  if (address === undefined) return null;
  const url = new URL(address);
  url.searchParams.set(intent.object, intent.id);
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? '');
  url.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'failed');
  return url.href;
}

function showAuthentication(call: Call, request: Request, response: Response): void {
  const intent = findIntent(call, String(request.params.id));
  if (!intent) {
    sendNotFound(request, response);
    return;
  }
  const texts = wordsOf(request, sessionOfIntent(call, intent.id));
  if (intent.status !== 'requires_action') {
    const link = linkTo(settledAddress(call, intent), texts.continueLink);
    response.send(messagePage(texts, texts.done, texts.doneBody, link));
    return;
  }
  response.send(authenticationPage(texts, intent));
}

function submitAuthentication(call: Call, request: Request, response: Response): void {
  const intent = findIntent(call, String(request.params.id));
  if (intent?.status !== 'requires_action') {
    showAuthentication(call, request, response);
    return;
  }
  const passed = (request.body as Record<string, unknown>).outcome === 'complete';
  const attempt =
    intent.object === 'payment_intent'
      ? finishPaymentAuthentication(call, intent, passed)
      : finishSetupAuthentication(call, intent, passed);
  const session = sessionOfIntent(call, intent.id);
  const texts = wordsOf(request, session);
  const address = session
    ? nextAddress(afterAttempt(call, session.id, attempt))
    : settledAddress(call, attempt.intent);
  if (address === null) response.send(messagePage(texts, texts.done, texts.doneBody, null));
  else response.redirect(303, address);
}
