import type { RequestHandler } from 'express';
import { parseDecimal } from './amounts';
import { enterCard } from './card-payment';
import type { PaytrContext } from './context';
import { nonEmpty, postedFields, type Fields } from './fields';
import { CARD_RULES, findProblem, parseBasket, type Rule, type TokenRequest } from './get-token-rules';
import { endPage } from './pages/layout';
import { pagePath, sendEnd } from './pages/session';
import { directToken, sameSignature } from './sign';
import { findTestCard } from './test-cards';

const MINUTES = 30;

/** Those of the iFrame's fields that have the same rules here, and must all be there. */
const SHARED = [
  ...['merchant_id', 'user_ip', 'merchant_oid', 'email', 'user_basket', 'currency', 'test_mode'],
  ...['user_name', 'user_address', 'user_phone', 'merchant_ok_url', 'merchant_fail_url', 'paytr_token'],
];

const matches = (pattern: RegExp) => (value: string) => pattern.test(value);

const RULES: readonly Rule[] = [
  ...CARD_RULES.filter(({ field }) => SHARED.includes(field)).map((rule) => ({ ...rule, required: true })),
  {
    field: 'payment_amount',
    required: true,
    allows: (text) => parseDecimal(text) !== null,
    problem: '100.99 gibi olmalidir',
  },
  { field: 'payment_type', required: true, allows: matches(/^card$/), problem: 'card olmalidir' },
  {
    field: 'installment_count',
    required: true,
    allows: matches(/^(0|[2-9]|1[0-2])$/),
    problem: '0 veya 2-12 olmalidir',
  },
  { field: 'non_3d', required: true, allows: matches(/^0$/), problem: '0 olmalidir: magazanin yetkisi yok' },
  {
    field: 'cc_owner',
    required: true,
    allows: matches(/^.{1,50}$/),
    problem: 'en fazla 50 karakter olmalidir',
  },
  { field: 'card_number', required: true, allows: matches(/^\d{13,19}$/), problem: 'gecersiz' },
  { field: 'expiry_month', required: true, allows: matches(/^(0?[1-9]|1[0-2])$/), problem: 'gecersiz' },
  { field: 'expiry_year', required: true, allows: matches(/^\d{2}$/), problem: 'gecersiz' },
  { field: 'cvv', required: true, allows: matches(/^\d{3,4}$/), problem: 'gecersiz' },
  { field: 'store_card', required: false, allows: matches(/^[01]$/), problem: '0 veya 1 olmalidir' },
  { field: 'client_lang', required: false, allows: matches(/^(tr|en)$/), problem: 'tr veya en olmalidir' },
];

/**
 * `POST /odeme` with a card, from the shop's own form in the customer's browser: goes on to 3D Secure, and from there
 * back to the shop. The card is kept with the payment when the shop says so.
 */
export function directPayment(context: PaytrContext): RequestHandler {
  return (request, response) => {
    const fields = postedFields(request);
    const reason = findProblem(fields, RULES) ?? refusal(context, fields);
    const card = findTestCard(fields.card_number ?? '');
    if (reason !== null || card === undefined) {
      response.status(400).send(endPage('tr', 'Hata', reason ?? 'card_number gecersiz', null));
      return;
    }
    const payment = context.store.open(paymentRequest(fields));
    context.timers.start(payment.request.merchantOid, MINUTES);
    const { expiry_month = '', expiry_year = '', cvv = '' } = fields;
    const expiry = `${expiry_month.padStart(2, '0')}/${expiry_year}`;
    enterCard(context, payment, { card, expiry, cvv, instalments: Number(fields.installment_count) || 1 });
    if (payment.attempt === null) sendEnd(response, payment);
    else response.redirect(303, `${pagePath(payment)}/3d`);
  };
}

function refusal({ merchant, store }: PaytrContext, fields: Fields): string | null {
  if (fields.merchant_id !== merchant.merchantId) return 'merchant_id gecersiz';
  if (!sameSignature(fields.paytr_token ?? '', directToken(merchant, fields))) return 'paytr_token gecersiz';
  if (store.byMerchantOid(fields.merchant_oid ?? '') !== undefined)
    return 'merchant_oid daha once kullanilmis';
  const utoken = nonEmpty(fields.utoken);
  return utoken === null || store.cards.has(utoken) ? null : 'utoken gecersiz';
}

/** Reads fields in which nothing was found wrong. */
function paymentRequest(fields: Fields): TokenRequest {
  const { currency } = fields;
  return {
    paymentType: 'card',
    merchantOid: fields.merchant_oid ?? '',
    email: fields.email ?? '',
    paymentAmount: parseDecimal(fields.payment_amount ?? '') ?? 0,
    currency: !currency || currency === 'TRY' ? 'TL' : currency,
    basket: parseBasket(fields.user_basket ?? '') ?? [],
    longestPlan: Number(fields.installment_count) || 1,
    testMode: fields.test_mode === '1',
    okUrl: nonEmpty(fields.merchant_ok_url),
    failUrl: nonEmpty(fields.merchant_fail_url),
    isDirect: true,
    keeps: fields.store_card === '1' ? { utoken: nonEmpty(fields.utoken) } : null,
    lang: fields.client_lang === 'en' ? 'en' : 'tr',
    timeoutMinutes: MINUTES,
  };
}
