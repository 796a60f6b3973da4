import type { RequestHandler } from 'express';
import { answerThreeDSecure } from '../card-payment';
import type { PaytrContext } from '../context';
import { postedFields } from '../fields';
import type { CardAttempt, Payment } from '../store';
import { html } from './html';
import { page } from './layout';
import { pagePath, sendEnd, withOpenPayment } from './session';
import { formatMoney, texts } from './texts';

/** `GET /odeme/guvenli/:token/3d`: the bank's page that asks for the SMS code. */
export function showThreeDSecurePage(context: PaytrContext): RequestHandler<{ token: string }> {
  return withOpenPayment(context, (payment, _request, response) => {
    if (payment.attempt) response.send(codeForm(payment, payment.attempt));
    else response.redirect(303, pagePath(payment));
  });
}

/** `POST /odeme/guvenli/:token/3d`: the code, or `action=cancel`; a failure leads back to the card form. */
export function submitThreeDSecure(context: PaytrContext): RequestHandler<{ token: string }> {
  return withOpenPayment(context, (payment, request, response) => {
    const { action, sms_code = '' } = postedFields(request);
    answerThreeDSecure(context, payment, action === 'cancel' ? null : sms_code.trim());
    if (payment.state !== 'open') sendEnd(response, payment);
    else response.redirect(303, pagePath(payment));
  });
}

function codeForm(payment: Payment, { card, total }: CardAttempt): string {
  const { lang, currency } = payment.request;
  const text = texts[lang];
  return page(
    lang,
    text.secureHeading,
    html`<h1>${text.secureHeading}</h1>
      <p class="amount">${card.bank ?? card.schema} <strong>${formatMoney(total, currency, lang)}</strong></p>
      <p>${text.secureText(card.number.slice(-4))}</p>
      <form method="post" action="${pagePath(payment)}/3d">
        <div>
          <label for="sms_code">${text.smsCode}</label>
          <input
            id="sms_code"
            name="sms_code"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="6"
          />
        </div>
        <button name="action" value="confirm">${text.confirm}</button>
        <button class="quiet" name="action" value="cancel">${text.cancel}</button>
      </form>
      <script>
        document.getElementById('sms_code').focus();
      </script>`,
  );
}
