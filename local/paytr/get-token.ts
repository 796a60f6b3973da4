import type { RequestHandler } from 'express';
import type { PaytrContext } from './context';
import { postedFields, type Fields } from './fields';
import { findProblem, isTransfer, toTokenRequest } from './get-token-rules';
import { iframeToken, sameSignature, transferToken } from './sign';

/** `POST /odeme/api/get-token`: opens a payment page. Asking again for an unpaid order gives a fresh token. */
export function getToken(context: PaytrContext): RequestHandler {
  return (request, response) => {
    const fields = postedFields(request);
    const reason = findProblem(fields) ?? refusal(context, fields);
    if (reason !== null) {
      response.json({ status: 'failed', reason });
      return;
    }
    const tokenRequest = toTokenRequest(fields);
    const { token } = context.store.open(tokenRequest);
    context.timers.start(tokenRequest.merchantOid, tokenRequest.timeoutMinutes);
    response.json({ status: 'success', token });
  };
}

function refusal({ merchant, store }: PaytrContext, fields: Fields): string | null {
  if (fields.merchant_id !== merchant.merchantId) return 'merchant_id gecersiz';
  const expected = isTransfer(fields) ? transferToken(merchant, fields) : iframeToken(merchant, fields);
  if (!sameSignature(fields.paytr_token ?? '', expected)) {
    return 'paytr_token gecersiz: anahtarlari ve imzalanan alanlarin sirasini kontrol edin';
  }
  if (store.byMerchantOid(fields.merchant_oid ?? '')?.state === 'paid') {
    return 'merchant_oid ile daha once basarili odeme yapilmis';
  }
  return null;
}
