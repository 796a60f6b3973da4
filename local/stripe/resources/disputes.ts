import type Stripe from 'stripe';
import { endpoint, type Endpoint } from '../api/endpoint';
import { invalidRequest, resourceMissing } from '../api/errors';
import { page } from '../api/pagination';
import { instantRange, isWithin, paging, text } from '../api/parameters';
import { closeDispute } from '../payments/dispute';
import type { Call } from '../world';

const listFields = {
  ...paging,
  charge: text().optional(),
  created: instantRange().optional(),
  payment_intent: text().optional(),
};

function findDispute(call: Call, id: string): Stripe.Dispute {
  const dispute = call.objects.disputes.get(id);
  if (!dispute) throw resourceMissing('dispute', id, 'dispute', 404);
  return dispute;
}

/** Disputes are opened by cardholders: see `_control/dispute`, and the test cards that object. */
export const disputeEndpoints: readonly Endpoint[] = [
  endpoint('get', '/disputes', listFields, (call, given) => {
    const { charge, created, payment_intent: intent, ...request } = given;
    const disputes = [...call.objects.disputes.values()].filter(
      (dispute) =>
        (charge === undefined || dispute.charge === charge) &&
        (intent === undefined || dispute.payment_intent === intent) &&
        isWithin(dispute.created, created),
    );
    return page(disputes.toReversed(), request, '/v1/disputes', (id, param) =>
      resourceMissing('dispute', id, param, 400),
    );
  }),
  endpoint('get', '/disputes/:id', {}, (call, _given, id) => findDispute(call, id)),
  endpoint('post', '/disputes/:id/close', {}, (call, _given, id) => {
    const dispute = findDispute(call, id);
    if (dispute.status !== 'needs_response') throw invalidRequest('This dispute is already closed.');
    return closeDispute(call, dispute, 'lost');
  }),
];
