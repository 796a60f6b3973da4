import type { RequestHandler } from 'express';
import { parseDecimal } from './amounts';
import type { PaytrContext } from './context';
import { postedFields, type Fields } from './fields';
import type { Failure } from './failures';
import type { TokenRequest } from './get-token-rules';
import { directToken, sameSignature } from './sign';
import type { TestCard } from './test-cards';

/**
 * `POST /odeme` with `recurring_payment=1`: charges a kept card without its owner. The result is answered, and told by
 * a callback too. The amount is a decimal here ("100.99"), as documented: "10099" is a hundred times as much.
 */
export function recurringPayment(context: PaytrContext): RequestHandler {
  return (request, response) => {
    const fields = postedFields(request);
    const refused = problem(context, fields);
    const card = keptCard(context, fields);
    const amount = parseDecimal(fields.payment_amount ?? '');
    if (refused !== null || card === undefined || amount === null) {
      response.json({ status: 'failed', msg: refused ?? 'kart veya tutar gecersiz' });
      return;
    }
    const failure = card.declines ?? (typeof card.recurring === 'object' ? card.recurring : null);
    charge(context, tokenRequest(fields, amount), card, failure);
    if (card.recurring === 'waits') {
      response.json({ status: 'wait_callback', msg: 'banka yaniti bekleniyor' });
      return;
    }
    response.json(
      failure === null
        ? { status: 'success' }
        : { status: 'failed', failed_reason_code: failure.code, msg: failure.tr, try_again: false },
    );
  };
}

function problem({ merchant, store }: PaytrContext, fields: Fields): string | null {
  if (fields.merchant_id !== merchant.merchantId) return 'merchant_id gecersiz';
  if (!sameSignature(fields.paytr_token ?? '', directToken(merchant, fields))) return 'paytr_token gecersiz';
  if (fields.recurring_payment !== '1' || fields.non_3d !== '1') return 'recurring_payment ve non_3d gerekli';
  const known = store.byMerchantOid(fields.merchant_oid ?? '');
  return known === undefined ? null : 'merchant_oid daha once kullanilmis';
}

function keptCard({ store }: PaytrContext, { utoken = '', ctoken }: Fields): TestCard | undefined {
  return store.cards.get(utoken)?.find((kept) => kept.ctoken === ctoken)?.card;
}

function charge(context: PaytrContext, asked: TokenRequest, card: TestCard, failure: Failure | null): void {
  const payment = context.store.open(asked);
  if (failure === null) {
    payment.state = 'paid';
    payment.sale = { card, instalments: 1, total: asked.paymentAmount, at: context.now() };
    context.callbacks.sale(payment, payment.sale);
  } else {
    payment.state = 'ended';
    payment.lastFailure = failure;
    context.callbacks.failure(payment, failure);
  }
}

function tokenRequest(fields: Fields, paymentAmount: number): TokenRequest {
  return {
    paymentType: 'card',
    merchantOid: fields.merchant_oid ?? '',
    email: fields.email ?? '',
    paymentAmount,
    currency: fields.currency === 'TRY' || !fields.currency ? 'TL' : fields.currency,
    basket: [],
    longestPlan: 1,
    testMode: fields.test_mode === '1',
    okUrl: null,
    failUrl: null,
    isDirect: true,
    keeps: null,
    lang: 'tr',
    timeoutMinutes: 0,
  };
}
