import type { RequestHandler } from 'express';
import type { PaytrContext } from './context';
import { postedFields } from './fields';
import { CARD_FAMILIES, LONGEST_PLAN, PLAN_LENGTHS, surchargeRate } from './instalment-rates';
import { ratesToken, sameSignature } from './sign';

/** `POST /odeme/taksit-oranlari`: the surcharge of every plan in percent, by card family. */
export function instalmentRateList({ merchant }: PaytrContext): RequestHandler {
  return (request, response) => {
    const { merchant_id, request_id, paytr_token } = postedFields(request);
    const fail = (err_msg: string) => response.json({ status: 'error', err_msg });

    if (!merchant_id || !request_id || !paytr_token) {
      fail('merchant_id, request_id ve paytr_token zorunludur');
    } else if (request_id.length > 32) {
      fail('request_id en fazla 32 karakter olmalidir');
    } else if (merchant_id !== merchant.merchantId) {
      fail('merchant_id gecersiz');
    } else if (!sameSignature(paytr_token, ratesToken(merchant, request_id))) {
      fail('paytr_token gecersiz');
    } else {
      response.json({
        status: 'success',
        request_id,
        max_inst_non_bus: String(LONGEST_PLAN),
        oranlar: rates(),
      });
    }
  };
}

function rates(): Record<string, Record<string, number>> {
  const byFamily = CARD_FAMILIES.map((family) => [
    family,
    Object.fromEntries(PLAN_LENGTHS.map((count) => [`taksit_${count}`, surchargeRate(family, count) / 100])),
  ]);
  return Object.fromEntries(byFamily) as Record<string, Record<string, number>>;
}
