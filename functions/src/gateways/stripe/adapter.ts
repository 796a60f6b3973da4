import type { Gateway } from '../gateway';
import { billing } from './billing';
import { stripeConfig } from './config';
import { dayReport } from './day-report';
import { inquire } from './inquire';
import { readEvent } from './read-event';
import { refund } from './refund';
import { savedMethods } from './saved-methods';
import { startCheckout } from './start-checkout';
import { undeliveredEvents } from './undelivered-events';

export const stripe: Gateway = {
  name: 'stripe',
  isTest: () => !/^(sk|rk)_live_/.test(stripeConfig().secretKey),
  startCheckout,
  cardFields: null,
  readEvent,
  acknowledgement: 'received',
  inquire,
  refund,
  savedMethods: () => savedMethods,
  installments: null,
  billing,
  undeliveredEvents,
  dayReport,
};
