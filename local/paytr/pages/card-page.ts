import type { RequestHandler } from 'express';
import { enterCard } from '../card-payment';
import type { PaytrContext } from '../context';
import { postedFields } from '../fields';
import type { Payment } from '../store';
import { findTestCard } from '../test-cards';
import { cardForm, type CardFormProblems } from './card-form';
import { pagePath, withOpenPayment } from './session';
import { texts } from './texts';

/** `GET /odeme/guvenli/:token`: the card form, with the reason when a card was declined before. */
export function showCardPage(context: PaytrContext): RequestHandler<{ token: string }> {
  return withOpenPayment(context, (payment, _request, response) => {
    response.send(cardForm(payment, {}, ''));
  });
}

/** `POST /odeme/guvenli/:token`: takes the card and goes on to 3D Secure, or shows what is wrong. */
export function submitCard(context: PaytrContext): RequestHandler<{ token: string }> {
  return withOpenPayment(context, (payment, request, response) => {
    const fields = postedFields(request);
    const card = findTestCard((fields.card_number ?? '').replaceAll(/[\s-]/g, ''));
    const cardName = (fields.card_name ?? '').trim();
    const expiry = (fields.expiry ?? '').replaceAll(/\s/g, '');
    const cvv = fields.cvv ?? '';

    const problems = findProblems(payment, { cardKnown: card !== undefined, cardName, expiry, cvv });
    if (!card || Object.keys(problems).length > 0) {
      response.send(cardForm(payment, problems, cardName));
      return;
    }
    enterCard(context, payment, { card, expiry, cvv, instalments: Number(fields.installment_count ?? '1') });
    response.redirect(303, payment.attempt ? `${pagePath(payment)}/3d` : pagePath(payment));
  });
}

interface CardInput {
  cardKnown: boolean;
  cardName: string;
  expiry: string;
  cvv: string;
}

function findProblems(
  { request }: Payment,
  { cardKnown, cardName, expiry, cvv }: CardInput,
): CardFormProblems {
  const text = texts[request.lang];
  return {
    ...(cardKnown ? {} : { card_number: text.numberProblem }),
    ...(cardName === '' ? { card_name: text.nameProblem } : {}),
    ...(/^(0[1-9]|1[0-2])\/\d{2}$/.test(expiry) ? {} : { expiry: text.expiryProblem }),
    ...(/^\d{3}$/.test(cvv) ? {} : { cvv: text.cvvProblem }),
  };
}
