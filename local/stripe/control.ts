import { json, Router } from 'express';
import { z } from 'zod';
import type { Deliverer } from '../deliveries/deliverer';
import { parseFaults } from '../deliveries/parse-faults';
import { apiFaultsSchema, type ApiFaultSwitch } from './api/faults';
import type { IdempotencyKeys } from './api/idempotency';
import { rememberUse } from './payments/payment-method';
import { findTestCard } from './test-cards';
import type { Call } from './world';

export interface ControlOptions {
  begin: () => Call;
  deliverer: Deliverer;
  faults: ApiFaultSwitch;
  keys: IdempotencyKeys;
}

const faultsBody = z.looseObject({ api: apiFaultsSchema.optional() });
const cardBody = z.strictObject({ payment_method: z.string(), number: z.string() });

/**
 * What a test or a developer steers the stand-in with, all JSON:
 * `POST /faults` takes delivery faults and `api` (`{fail, status: 500 | "timeout" | "drop", after}`) for API calls;
 * `POST /release` sends the webhooks held back;
 * `POST /cards` (`{payment_method, number}`) lets a saved card behave like another test card from now on;
 * `GET /state` answers everything the stand-in remembers.
 */
export function controlRouter({ begin, deliverer, faults, keys }: ControlOptions): Router {
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
  router.get('/state', (_request, response) => {
    const objects = begin().objects;
    response.json({
      checkoutSessions: [...objects.checkoutSessions.values()],
      charges: [...objects.charges.values()],
      customers: [...objects.customers.values()],
      events: [...objects.events.values()],
      paymentIntents: [...objects.paymentIntents.values()],
      paymentMethods: [...objects.paymentMethods.values()],
      refunds: [...objects.refunds.values()],
      setupIntents: [...objects.setupIntents.values()],
      attempts: deliverer.attempts,
      faults: current(),
      keysInUse: keys.inUse(),
    });
  });
  return router;
}
