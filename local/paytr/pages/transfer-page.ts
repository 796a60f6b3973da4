import type { RequestHandler } from 'express';
import type { PaytrContext } from '../context';
import type { Payment } from '../store';
import { confirmTransfer, declareTransfer, rejectTransfer } from '../transfer';
import { html, type Html } from './html';
import { endPage, page } from './layout';
import { formatMoney, texts } from './texts';

type Step = (context: PaytrContext, payment: Payment) => void;
type Page = RequestHandler<{ token: string }>;

const path = ({ token }: Payment): string => `/odeme/api/${token}`;

/** `GET /odeme/api/:token`: the bank account to send the money to, or what became of it. */
export const showTransferPage = (context: PaytrContext): Page => transferPage(context, null);

/** `POST /odeme/api/:token`: the customer tells of the transfer. */
export const submitTransfer = (context: PaytrContext): Page => transferPage(context, declareTransfer);

/** `POST /odeme/api/:token/onay` and `/red`: what the bank would do, since no bank is here. */
export const arriveTransfer = (context: PaytrContext): Page => transferPage(context, confirmTransfer);
export const missTransfer = (context: PaytrContext): Page => transferPage(context, rejectTransfer);

function transferPage(context: PaytrContext, step: Step | null): Page {
  return (request, response) => {
    const payment = context.store.byToken(request.params.token);
    if (payment?.request.paymentType !== 'eft') {
      response.status(404).send(endPage('tr', texts.tr.unknownHeading, texts.tr.unknownText, null));
      return;
    }
    step?.(context, payment);
    response.send(pageOf(payment));
  };
}

function pageOf(payment: Payment): string {
  const { lang } = payment.request;
  const text = texts[lang];
  switch (payment.state) {
    case 'open':
      return page(lang, text.transferHeading, accountForm(payment));
    case 'declared':
      return page(lang, text.declaredHeading, bankForms(payment));
    case 'paid':
      return endPage(lang, text.paidHeading, text.transferArrived, null);
    case 'ended':
      return endPage(lang, text.endedHeading, text.transferMissing, null);
  }
}

function accountForm(payment: Payment): Html {
  const { lang, paymentAmount, currency, merchantOid } = payment.request;
  const text = texts[lang];
  return html`<h1>${text.transferHeading}</h1>
    <p class="amount">${text.amount} <strong>${formatMoney(paymentAmount, currency, lang)}</strong></p>
    <p>${text.transferText}</p>
    <p><strong>TR00 0000 0000 0000 0000 0000 00</strong></p>
    <form method="post" action="${path(payment)}">
      <div>
        <label for="reference">${text.transferReference}</label>
        <input id="reference" name="reference" value="${merchantOid.slice(0, 8)}" readonly />
      </div>
      <button>${text.declare}</button>
    </form>`;
}

function bankForms(payment: Payment): Html {
  const text = texts[payment.request.lang];
  return html`<h1>${text.declaredHeading}</h1>
    <p role="status">${text.declaredText}</p>
    <form method="post" action="${path(payment)}/onay"><button>${text.bankArrives}</button></form>
    <form method="post" action="${path(payment)}/red">
      <button class="quiet">${text.bankMisses}</button>
    </form>`;
}
