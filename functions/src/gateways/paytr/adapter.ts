import type { Gateway } from '../gateway';
import { keepsCards, paytrConfig } from './config';
import { dayReport } from './day-report';
import { inquire } from './inquire';
import { installments } from './installments';
import { keepCardFields } from './keep-card-form';
import { readEvent } from './read-event';
import { refund } from './refund';
import { savedMethods } from './saved-methods';
import { startCheckout } from './start-checkout';

export const paytr: Gateway = {
  name: 'paytr',
  isTest: () => paytrConfig().isTest,
  startCheckout,
  cardFields: keepCardFields,
  readEvent,
  acknowledgement: 'OK',
  inquire,
  refund,
  savedMethods: () => (keepsCards() ? savedMethods : null),
  installments,
  billing: null,
  undeliveredEvents: none,
  dayReport,
};

/** PayTR repeats its notices until they are taken. */
async function* none(): AsyncGenerator<never> {
  // There is nothing to fetch.
}
