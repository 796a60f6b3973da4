import { paytrConfig } from './config';
import type { Gateway } from '../gateway';
import { readEvent } from './read-event';
import { startCheckout } from './start-checkout';

export const paytr: Gateway = {
  name: 'paytr',
  isTest: () => paytrConfig().isTest,
  startCheckout,
  readEvent,
  acknowledgement: 'OK',
};
