import { connect } from '../fixtures/backend';
import { openPayment, paidCallback } from '../fixtures/callbacks';
import { deployedFunctions } from '../fixtures/deployed';
import { callbackSender } from '../fixtures/http-client';
import type { GatewayName } from '../../functions/src/schema/payment';
import { countCalls } from '../../functions/src/testing/count-calls';
import { serve } from '../../functions/src/testing/http';
import type { Figure } from '../harness/figure';

const WRITING = new Set(['commit', 'batchWrite']);

/**
 * `webhook.<gateway>.roundTrips` and `.commits`: what one "payment succeeded" costs at Firestore, from the POST to
 * the answer. The baseline is what the design allows: one read, one commit.
 */
export const webhookCalls: Figure[] = (['stripe', 'paytr'] as const).flatMap((gateway) => [
  count(`webhook.${gateway}.roundTrips`, gateway, (method) => !WRITING.has(method)),
  count(`webhook.${gateway}.commits`, gateway, (method) => WRITING.has(method)),
]);

function count(name: string, gateway: GatewayName, counts: (method: string) => boolean): Figure {
  return {
    name,
    unit: 'calls',
    target: { atMost: 1 },
    needs: 'firestore',
    measure: async () => {
      const db = connect();
      const { url } = await serve(deployedFunctions().webhooks[gateway]);
      const send = callbackSender(url, 1);
      const payment = await openPayment(db, gateway);
      const calls = await countCalls(db, () => send(paidCallback[gateway](payment)));
      return { value: calls.filter(({ method }) => counts(method)).length, baseline: 1 };
    },
  };
}
