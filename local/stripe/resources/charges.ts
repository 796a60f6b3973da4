import type Stripe from 'stripe';
import { endpoint, type Endpoint } from '../api/endpoint';
import { resourceMissing } from '../api/errors';
import type { Call } from '../world';

export function findCharge(call: Call, id: string, param: string, status: 400 | 404 = 400): Stripe.Charge {
  const charge = call.objects.charges.get(id);
  if (!charge) throw resourceMissing('charge', id, param, status);
  return charge;
}

/** Charges are made by PaymentIntents only. */
export const chargeEndpoints: readonly Endpoint[] = [
  endpoint('get', '/charges/:id', {}, (call, _given, id) => findCharge(call, id, 'id', 404)),
];
