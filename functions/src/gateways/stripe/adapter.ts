import { stripeConfig } from './config';
import type { Gateway } from '../gateway';
import { readEvent } from './read-event';
import { startCheckout } from './start-checkout';

export const stripe: Gateway = {
  name: 'stripe',
  isTest: () => !/^(sk|rk)_live_/.test(stripeConfig().secretKey),
  startCheckout,
  readEvent,
  acknowledgement: 'received',
};
