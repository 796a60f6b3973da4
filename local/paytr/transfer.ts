/** What a customer's steps on the transfer page, and the bank, do to a payment. */
import type { PaytrContext } from './context';
import { failures } from './failures';
import type { Payment } from './store';

/** The customer says that the money is on its way: PayTR looks for it from now on. */
export function declareTransfer(context: PaytrContext, payment: Payment): void {
  if (payment.state !== 'open') return;
  context.timers.stop(payment.request.merchantOid);
  payment.state = 'declared';
}

/** The money arrived. */
export function confirmTransfer(context: PaytrContext, payment: Payment): void {
  if (payment.state !== 'declared') return;
  payment.state = 'paid';
  payment.lastFailure = null;
  payment.sale = { card: null, instalments: 1, total: payment.request.paymentAmount, at: context.now() };
  context.callbacks.sale(payment, payment.sale);
}

/** The money is nowhere to be found. */
export function rejectTransfer(context: PaytrContext, payment: Payment): void {
  if (payment.state !== 'declared') return;
  payment.state = 'ended';
  payment.lastFailure = failures.transferNotFound;
  context.callbacks.failure(payment, failures.transferNotFound);
}
