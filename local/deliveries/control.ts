import { json, Router } from 'express';
import type { Deliverer } from './deliverer';
import { parseFaults } from './parse-faults';

/**
 * Control of a stand-in's callback delivery, to be mounted beside the imitated API:
 * `POST /faults` takes `DeliveryFaults` fields as JSON and answers all of them (400 names a wrong one),
 * `POST /release` sends what is held and answers after the last of them.
 */
export function deliveryControl(deliverer: Deliverer): Router {
  const router = Router();
  router.post('/faults', json(), (request, response) => {
    try {
      deliverer.setFaults(parseFaults(request.body));
    } catch (error) {
      response.status(400).json({ error: error instanceof Error ? error.message : String(error) });
      return;
    }
    response.json(deliverer.faults);
  });
  router.post('/release', (_request, response, next) => {
    deliverer.release().then(() => response.json(deliverer.faults), next);
  });
  return router;
}
