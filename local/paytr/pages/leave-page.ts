import type { RequestHandler } from 'express';
import { abandon } from '../card-payment';
import type { PaytrContext } from '../context';
import { sendEnd, withOpenPayment } from './session';

/** `POST /odeme/guvenli/:token/vazgec`: the customer gives up and goes back to the shop. */
export function leavePage(context: PaytrContext): RequestHandler<{ token: string }> {
  return withOpenPayment(context, (payment, _request, response) => {
    abandon(context, payment);
    sendEnd(response, payment);
  });
}
