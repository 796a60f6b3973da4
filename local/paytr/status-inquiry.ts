import type { RequestHandler } from 'express';
import { formatDecimal } from './amounts';
import { bookingOf } from './booking';
import type { PaytrContext } from './context';
import { postedFields } from './fields';
import { sameSignature, statusToken } from './sign';
import type { Payment, Sale } from './store';
import { istanbulTime } from './time';

/**
 * `POST /odeme/durum-sorgu`: answers for successful payments only, whether or not their callback was accepted.
 */
export function statusInquiry({ merchant, store }: PaytrContext): RequestHandler {
  return (request, response) => {
    const { merchant_id, merchant_oid, paytr_token } = postedFields(request);
    if (!merchant_id || !merchant_oid || !paytr_token) {
      response.json(failed('001', 'merchant_id, merchant_oid ve paytr_token zorunludur'));
      return;
    }
    if (merchant_id !== merchant.merchantId) {
      response.json(failed('002', 'merchant_id gecersiz'));
      return;
    }
    if (!sameSignature(paytr_token, statusToken(merchant, merchant_oid))) {
      response.json(failed('003', 'paytr_token gecersiz'));
      return;
    }
    const payment = store.byMerchantOid(merchant_oid);
    if (!payment?.sale) {
      response.json(failed('004', 'Bu merchant_oid icin basarili odeme yok'));
      return;
    }
    response.json(describe(payment, payment.sale));
  };
}

const failed = (err_no: string, err_msg: string) => ({ status: 'error', err_no, err_msg });

function describe(payment: Payment, sale: Sale) {
  const { request, refunds } = payment;
  const { total, at } = sale;
  return {
    status: 'success',
    payment_amount: formatDecimal(request.paymentAmount),
    payment_total: formatDecimal(total),
    payment_date: istanbulTime(at),
    currency: request.currency,
    ...bookingOf(payment, sale),
    test_mode: request.testMode ? '1' : '0',
    returns: refunds.map((refund) => ({
      return_amount: formatDecimal(refund.amount),
      return_date: istanbulTime(refund.at),
      return_type: refund.amount === total ? 'IPTAL' : 'KISMI',
      ...(refund.referenceNo === null ? {} : { reference_no: refund.referenceNo }),
    })),
  };
}
