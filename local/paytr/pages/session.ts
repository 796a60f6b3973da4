import type { RequestHandler, Response } from 'express';
import type { PaytrContext } from '../context';
import type { Payment } from '../store';
import { endPage, failPage } from './layout';
import { texts } from './texts';

export const pagePath = ({ token }: Payment): string => `/odeme/guvenli/${token}`;

/** Says how a payment ended and sends the whole window back to the shop. */
export function sendEnd(response: Response, { request, state, lastFailure }: Payment): void {
  const text = texts[request.lang];
  if (request.isDirect && state !== 'paid') {
    const reason = lastFailure?.[request.lang] ?? text.endedText;
    response.send(failPage(request.lang, text.endedHeading, reason, request.failUrl));
    return;
  }
  response.send(
    state === 'paid'
      ? endPage(request.lang, text.paidHeading, text.paidText, request.okUrl)
      : endPage(request.lang, text.endedHeading, text.endedText, request.failUrl),
  );
}

/** Runs a page's handler with the open payment of the address; otherwise explains why there is none. */
export function withOpenPayment(
  { store }: PaytrContext,
  handle: (payment: Payment, ...rest: Parameters<RequestHandler>) => void,
): RequestHandler<{ token: string }> {
  return (request, response, next) => {
    const payment = store.byToken(request.params.token);
    if (!payment) {
      response.status(404).send(endPage('tr', texts.tr.unknownHeading, texts.tr.unknownText, null));
    } else if (payment.state !== 'open') {
      sendEnd(response, payment);
    } else {
      handle(payment, request, response, next);
    }
  };
}
