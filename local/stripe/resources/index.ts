import type { Endpoint } from '../api/endpoint';
import { balanceTransactionEndpoints } from './balance-transactions';
import { chargeEndpoints } from './charges';
import { checkoutSessionEndpoints } from './checkout-sessions';
import { customerEndpoints } from './customers';
import { disputeEndpoints } from './disputes';
import { eventEndpoints } from './events';
import { invoiceEndpoints } from './invoices';
import { paymentIntentEndpoints } from './payment-intents';
import { paymentMethodEndpoints } from './payment-methods';
import { productEndpoints } from './products';
import { refundEndpoints } from './refunds';
import { setupIntentEndpoints } from './setup-intents';
import { subscriptionEndpoints } from './subscriptions';

/** Every endpoint of the imitated API, without the `/v1` before it. */
export const endpoints: readonly Endpoint[] = [
  ...balanceTransactionEndpoints,
  ...chargeEndpoints,
  ...checkoutSessionEndpoints,
  ...customerEndpoints,
  ...disputeEndpoints,
  ...eventEndpoints,
  ...invoiceEndpoints,
  ...paymentIntentEndpoints,
  ...paymentMethodEndpoints,
  ...productEndpoints,
  ...refundEndpoints,
  ...setupIntentEndpoints,
  ...subscriptionEndpoints,
];
