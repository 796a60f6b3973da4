import type { SubscriptionBilling } from '../../gateway';
import { begin } from './begin';
import { change } from './change';
import { closeInvoice } from './close-invoice';
import { end } from './end';
import { latestInvoice } from './latest-invoice';
import { payInvoice } from './pay-invoice';

/** Renewals that Stripe Billing makes, by the terms that it is told. */
export const billing: SubscriptionBilling = { begin, change, end, closeInvoice, payInvoice, latestInvoice };
