/** A bank has replaced a kept card, and told Stripe the new month before its owner was asked. */
export { paymentMethodUpdated as paymentMethodAutomaticallyUpdated } from './payment-method-updated';
