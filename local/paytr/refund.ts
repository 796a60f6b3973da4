import type { RequestHandler, Response } from 'express';
import { formatDecimal, parseDecimal } from './amounts';
import type { PaytrContext } from './context';
import { nonEmpty, postedFields, type Fields } from './fields';
import { refundToken, sameSignature } from './sign';
import type { Payment, Sale } from './store';

interface RefundError {
  err_no: string;
  err_msg: string;
}

interface RefundRequest {
  payment: Payment;
  sale: Sale;
  /** Minor units. */
  amount: number;
  referenceNo: string | null;
}

const error = (err_no: string, err_msg: string): RefundError => ({ err_no, err_msg });
const isError = (value: RefundRequest | RefundError): value is RefundError => 'err_no' in value;

/**
 * `POST /odeme/iade`: gives back all or a part of what the customer paid, surcharge included. Two requests with
 * one reference_no are two refunds: PayTR documents no idempotency. The card decides which faults are played.
 */
export function refund(context: PaytrContext): RequestHandler {
  return (request, response) => {
    const outcome = check(context, postedFields(request));
    const fault = isError(outcome) ? outcome : playedFault(outcome);
    if (isError(outcome) || fault) {
      response.json({ status: 'error', ...fault });
      return;
    }
    const { payment, amount, referenceNo } = outcome;
    payment.refunds.push({ amount, referenceNo, at: context.now() });
    answer(response, outcome);
  };
}

/** 001, 002, 003 and 006 are this stand-in's numbers; the others are PayTR's. */
function check({ merchant, store, now }: PaytrContext, fields: Fields): RefundRequest | RefundError {
  const { merchant_id, merchant_oid, return_amount, reference_no, paytr_token } = fields;
  if (!merchant_id || !merchant_oid || !return_amount || !paytr_token) {
    return error('001', 'merchant_id, merchant_oid, return_amount ve paytr_token zorunludur');
  }
  if (merchant_id !== merchant.merchantId) return error('002', 'merchant_id gecersiz');
  if (!sameSignature(paytr_token, refundToken(merchant, merchant_oid, return_amount))) {
    return error('003', 'paytr_token gecersiz');
  }
  const amount = parseDecimal(return_amount);
  if (amount === null || amount === 0)
    return error('006', 'return_amount 10.25 biciminde, sifirdan buyuk olmalidir');
  if (reference_no && !/^[A-Za-z0-9]{1,64}$/.test(reference_no)) {
    return error('006', 'reference_no en fazla 64 harf ve rakamdan olusmalidir');
  }
  const payment = store.byMerchantOid(merchant_oid);
  if (!payment?.sale) return error('005', 'Bu merchant_oid icin basarili odeme yok');
  if (!payment.saleAcknowledged) return error('007', 'Odeme bildirimi henuz OK ile yanitlanmadi');
  if (now() > yearAfter(payment.sale.at)) return error('011', 'Odemenin uzerinden bir yildan fazla gecmis');
  const refunded = payment.refunds.reduce((sum, { amount: part }) => sum + part, 0);
  if (amount > payment.sale.total - refunded) return error('009', 'Iade tutari kalan tutardan fazla');
  return { payment, sale: payment.sale, amount, referenceNo: nonEmpty(reference_no) };
}

function yearAfter(instant: Date): Date {
  const later = new Date(instant);
  later.setUTCFullYear(later.getUTCFullYear() + 1);
  return later;
}

function playedFault({ payment, sale }: RefundRequest): RefundError | null {
  payment.refundRequests += 1;
  const behaviour = sale.card?.refunds ?? 'accepted';
  if (behaviour === 'no-balance') return error('010', 'Magaza bakiyesi iade icin yetersiz');
  if (behaviour === 'retry-later-once' && payment.refundRequests === 1) {
    return error('000', 'Iade su anda yapilamiyor, daha sonra tekrar deneyin');
  }
  return null;
}

function answer(response: Response, { payment, sale, amount, referenceNo }: RefundRequest): void {
  if (sale.card?.refunds === 'answer-lost-once' && payment.refundRequests === 1) {
    response.destroy();
    return;
  }
  response.json({
    status: 'success',
    is_test: payment.request.testMode ? '1' : '0',
    merchant_oid: payment.request.merchantOid,
    return_amount: formatDecimal(amount),
    ...(referenceNo === null ? {} : { reference_no: referenceNo }),
  });
}
