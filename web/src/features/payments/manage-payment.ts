import type { RecordBankTransferRequest } from '@hyble/billing-functions/src/schema/bank-transaction';
import type { ChargeRequest } from '@hyble/billing-functions/src/schema/payment';
import type { RefundRequest } from '@hyble/billing-functions/src/schema/refund';
import { call } from '../../lib/callable';

/** Gives money back. The same `requestId` again answers the same refund. @throws CallError */
export function refundPayment(request: RefundRequest) {
  return call('payment-refund', request);
}

/** Charges a kept card. The same `requestId` again answers what became of the first call. @throws CallError */
export function chargeMethod(request: ChargeRequest) {
  return call('payment-charge', request);
}

/** Records money that came to the bank. The same `requestId` again answers the same payment. @throws CallError */
export function recordBankTransfer(request: RecordBankTransferRequest) {
  return call('payment-recordBankTransfer', request);
}

/** Asks the gateway at once; answers the status before and after. @throws CallError */
export function checkPayment(paymentId: string) {
  return call('payment-check', { paymentId });
}
