/** A bank debit or transfer begun in Checkout has arrived. */
export { sessionPaid as checkoutSessionAsyncPaymentSucceeded } from './session-paid';
