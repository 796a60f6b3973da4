import type { Deliverer } from '../deliveries/deliverer';
import type { Failure } from './failures';
import { callbackHash, type Merchant } from './sign';
import type { Payment, Sale } from './store';

const ANSWER_TIMEOUT_MS = 30_000;

export interface CallbackSender {
  /** `utoken`: of the customer whose card was kept with it. */
  sale(payment: Payment, sale: Sale, utoken?: string | null): void;
  /**
   * Decision: every declined card is reported at once, and so is leaving the page. PayTR reports each result
   * separately, so a merchant may hear `failed` several times and `success` after it for one merchant_oid.
   */
  failure(payment: Payment, failure: Failure): void;
}

/** Hands callbacks to the deliverer, which repeats each until the merchant answers the plain text `OK`. */
export function createCallbackSender(
  merchant: Merchant,
  callbackUrl: string,
  deliverer: Deliverer,
): CallbackSender {
  function enqueue(payment: Payment, fields: Record<string, string>, onAccepted?: () => void): void {
    payment.callbackCount += 1;
    const body = new URLSearchParams(fields);
    deliverer.enqueue({
      id: `${payment.request.merchantOid}:${payment.callbackCount}`,
      async send() {
        const response = await fetch(callbackUrl, {
          method: 'POST',
          body,
          signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
        });
        const accepted = (await response.text()).trim() === 'OK';
        if (accepted) onAccepted?.();
        return accepted;
      },
    });
  }

  function commonFields(
    { request }: Payment,
    status: 'success' | 'failed',
    totalAmount: number,
  ): Record<string, string> {
    const { merchantOid, testMode } = request;
    return {
      merchant_id: merchant.merchantId,
      merchant_oid: merchantOid,
      status,
      total_amount: String(totalAmount),
      hash: callbackHash(merchant, merchantOid, status, String(totalAmount)),
      payment_type: request.paymentType,
      // Optional in the documentation, so sent only where it says something.
      ...(testMode ? { test_mode: '1' } : {}),
    };
  }

  return {
    sale(payment, { total, instalments }, utoken = null) {
      const { paymentType, currency, paymentAmount } = payment.request;
      const fields = {
        ...commonFields(payment, 'success', total),
        // Documented for cards only.
        ...(paymentType === 'card'
          ? { currency, payment_amount: String(paymentAmount), installment_count: String(instalments) }
          : {}),
        ...(utoken === null ? {} : { utoken }),
      };
      enqueue(payment, fields, () => {
        payment.saleAcknowledged = true;
      });
    },
    failure(payment, { code, tr }) {
      enqueue(payment, {
        ...commonFields(payment, 'failed', 0),
        failed_reason_code: String(code),
        failed_reason_msg: tr,
      });
    },
  };
}
