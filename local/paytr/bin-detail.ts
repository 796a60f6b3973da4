import type { RequestHandler } from 'express';
import type { PaytrContext } from './context';
import { postedFields } from './fields';
import { binToken, sameSignature } from './sign';
import { findByBin } from './test-cards';

/** `POST /odeme/api/bin-detail`: what a card's first 6 or 8 digits say; `failed` for a foreign or unknown card. */
export function binDetail({ merchant }: PaytrContext): RequestHandler {
  return (request, response) => {
    const { merchant_id, bin_number, paytr_token } = postedFields(request);
    const fail = (err_msg: string) => response.json({ status: 'error', err_msg });

    if (!merchant_id || !bin_number || !paytr_token) {
      fail('merchant_id, bin_number ve paytr_token zorunludur');
    } else if (!/^(\d{6}|\d{8})$/.test(bin_number)) {
      fail('bin_number 6 veya 8 haneli olmalidir');
    } else if (merchant_id !== merchant.merchantId) {
      fail('merchant_id gecersiz');
    } else if (!sameSignature(paytr_token, binToken(merchant, bin_number))) {
      fail('paytr_token gecersiz');
    } else {
      const card = findByBin(bin_number);
      if (!card) {
        response.json({ status: 'failed' });
        return;
      }
      response.json({
        status: 'success',
        cardType: card.type,
        businessCard: 'n',
        bank: card.bank,
        brand: card.family ?? 'none',
        schema: card.schema,
        allow_non3d: 'Y',
      });
    }
  };
}
