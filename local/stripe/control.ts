import { json, Router } from 'express';
import type Stripe from 'stripe';
import { z } from 'zod';
import type { Deliverer } from '../deliveries/deliverer';
import { parseFaults } from '../deliveries/parse-faults';
import { apiFaultsSchema, type ApiFaultSwitch } from './api/faults';
import type { IdempotencyKeys } from './api/idempotency';
import { tryToPay } from './billing/pay-invoice';
import type { Clock } from './clock';
import { settleDebit } from './payments/debit';
import { closeDispute, escalateInquiry, openDispute } from './payments/dispute';
import { rememberUse, renewCard } from './payments/payment-method';
import { findTestCard } from './test-cards';
import { idOf, type Call } from './world';

export interface ControlOptions {
  begin: () => Call;
  deliverer: Deliverer;
  faults: ApiFaultSwitch;
  keys: IdempotencyKeys;
  clock: Clock;
}

const faultsBody = z.looseObject({ api: apiFaultsSchema.optional() });
const cardBody = z.strictObject({ payment_method: z.string(), number: z.string() });
const renewalBody = z.strictObject({ payment_method: z.string(), exp_month: z.int(), exp_year: z.int() });
const disputeBody = z.strictObject({
  payment_intent: z.string(),
  reason: z.string().default('fraudulent'),
  inquiry: z.boolean().default(false),
});
const disputeEndBody = z.strictObject({
  dispute: z.string(),
  status: z.enum(['needs_response', 'won', 'lost', 'warning_closed']),
});
const clockBody = z.strictObject({ to: z.iso.datetime() });
const retryBody = z.strictObject({ invoice: z.string() });
const settleBody = z.strictObject({ payment_intent: z.string(), outcome: z.enum(['succeeded', 'failed']) });

/**
 * What a test or a developer steers the stand-in with, all JSON:
 * `POST /faults` takes delivery faults and `api` (`{fail, status: 500 | "timeout" | "drop", after, path}`) for API
 * calls;
 * `POST /release` sends the webhooks held back;
 * `POST /cards` (`{payment_method, number}`) lets a saved card behave like another test card from now on;
 * `POST /cards/renew` (`{payment_method, exp_month, exp_year}`) has a saved card's bank replace it;
 * `POST /settle` (`{payment_intent, outcome: "succeeded" | "failed"}`) tells whether the bank pays a debit;
 * `POST /dispute` (`{payment_intent, reason, inquiry}`) has the cardholder object to a payment;
 * `POST /dispute/status` (`{dispute, status}`) ends a dispute (won, lost) or an inquiry (warning_closed), or makes an
 * inquiry a dispute (needs_response);
 * `POST /clock` (`{to}`, an ISO 8601 instant) moves the clock forward, as Stripe's test clocks do, for everything at
 * once: periods begin, invoices are finalized and charged, each at its time;
 * `POST /retry` (`{invoice}`) has Stripe try an open invoice again by its own calendar;
 * `GET /state` answers everything the stand-in remembers.
 */
export function controlRouter({ begin, deliverer, faults, keys, clock }: ControlOptions): Router {
  const router = Router();
  router.use(json());
  const current = () => ({ ...deliverer.faults, api: faults.faults });

  router.post('/faults', (request, response) => {
    const { api, ...delivery } = faultsBody.parse(request.body);
    deliverer.setFaults(parseFaults(delivery));
    if (api) faults.set(api);
    response.json(current());
  });
  router.post('/release', (_request, response, next) => {
    deliverer.release().then(() => response.json(current()), next);
  });
  router.post('/cards', (request, response) => {
    const { payment_method: methodId, number } = cardBody.parse(request.body);
    const card = findTestCard(number);
    if (!card) throw new Error(`no test card ${number}`);
    rememberUse(begin(), methodId, { card });
    response.json({ payment_method: methodId, number });
  });
  router.post('/cards/renew', (request, response) => {
    const { payment_method: methodId, exp_month: month, exp_year: year } = renewalBody.parse(request.body);
    const call = begin();
    const method = call.objects.paymentMethods.get(methodId);
    if (!method) throw new Error(`no payment method ${methodId}`);
    const renewed = renewCard(call, method, { month, year });
    call.emit('payment_method.automatically_updated', renewed, { card: method.card });
    response.json(renewed);
  });
  router.post('/settle', (request, response) => {
    const { payment_intent: intentId, outcome } = settleBody.parse(request.body);
    const call = begin();
    response.json(settleDebit(call, findIntent(call, intentId), outcome));
  });
  router.post('/dispute', (request, response) => {
    const { payment_intent: intentId, ...objection } = disputeBody.parse(request.body);
    const call = begin();
    const charge = idOf(findIntent(call, intentId).latest_charge) ?? '';
    response.json(openDispute(call, charge, objection));
  });
  router.post('/dispute/status', (request, response) => {
    const { dispute: id, status } = disputeEndBody.parse(request.body);
    const call = begin();
    const dispute = call.objects.disputes.get(id);
    if (!dispute) throw new Error(`no dispute ${id}`);
    response.json(
      status === 'needs_response' ? escalateInquiry(call, dispute) : closeDispute(call, dispute, status),
    );
  });
  router.post('/clock', (request, response) => {
    clock.moveTo(Date.parse(clockBody.parse(request.body).to) / 1000, begin);
    response.json({ now: clock.now() });
  });
  router.post('/retry', (request, response) => {
    const call = begin();
    const { invoice: id } = retryBody.parse(request.body);
    const invoice = call.objects.invoices.get(id);
    if (invoice?.status !== 'open') throw new Error(`no open invoice ${id}`);
    response.json(tryToPay(call, invoice, 'stripe').invoice);
  });
  router.get('/state', (_request, response) => {
    const objects = begin().objects;
    response.json({
      checkoutSessions: [...objects.checkoutSessions.values()],
      charges: [...objects.charges.values()],
      customers: [...objects.customers.values()],
      disputes: [...objects.disputes.values()],
      events: [...objects.events.values()],
      invoices: [...objects.invoices.values()],
      paymentIntents: [...objects.paymentIntents.values()],
      paymentMethods: [...objects.paymentMethods.values()],
      refunds: [...objects.refunds.values()],
      setupIntents: [...objects.setupIntents.values()],
      subscriptions: [...objects.subscriptions.values()],
      attempts: deliverer.attempts,
      faults: current(),
      keysInUse: keys.inUse(),
    });
  });
  return router;
}

function findIntent(call: Call, id: string): Stripe.PaymentIntent {
  const intent = call.objects.paymentIntents.get(id);
  if (!intent) throw new Error(`no payment intent ${id}`);
  return intent;
}
