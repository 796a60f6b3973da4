import type { RequestHandler } from 'express';
import type { PaytrContext } from './context';
import type { Payment } from './store';

/** `GET /_control/payments`: every payment as PayTR's books have it, for tests and developers. */
export function paymentList({ store }: PaytrContext): RequestHandler {
  return (_request, response) => {
    response.json(store.all().map(describe));
  };
}

function describe({ request, state, lastFailure, sale, saleAcknowledged, callbackCount, refunds }: Payment) {
  return {
    merchantOid: request.merchantOid,
    state,
    paymentAmount: request.paymentAmount,
    currency: request.currency,
    total: sale?.total ?? null,
    instalments: sale?.instalments ?? null,
    refunded: refunds.reduce((sum, { amount }) => sum + amount, 0),
    lastFailureCode: lastFailure?.code ?? null,
    callbackCount,
    saleAcknowledged,
  };
}
