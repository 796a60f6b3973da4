import { projectID } from 'firebase-functions/params';
import type Stripe from 'stripe';
import type { CalendarDay } from '../../core/calendar';
import { addDays, startOfDay } from '../../core/calendar';
import type { ReportRow } from '../gateway';
import { ask, find } from './call';
import { stripeClient } from './client';
import { isOurs } from './reference';
import type { PaymentBooking } from './report-row';
import { paymentBooking } from './report-row';

const LARGEST_PAGE = 100;

/** Stripe's ledger of a day, as far as it is about payments of this project. */
export async function dayReport(day: CalendarDay): Promise<readonly ReportRow[]> {
  const rows: ReportRow[] = [];
  for (const transaction of await transactionsOf(day)) {
    const booking = paymentBooking(transaction);
    if (booking !== null && (await isOfOurs(booking))) rows.push(booking.row);
  }
  return rows;
}

function transactionsOf(day: CalendarDay): Promise<Stripe.BalanceTransaction[]> {
  return ask(async () => {
    const transactions: Stripe.BalanceTransaction[] = [];
    const list = stripeClient().balanceTransactions.list({
      created: { gte: unixSeconds(startOfDay(day)), lt: unixSeconds(startOfDay(addDays(day, 1))) },
      expand: ['data.source'],
      limit: LARGEST_PAGE,
    });
    for await (const transaction of list) transactions.push(transaction);
    return transactions;
  });
}

/**
 * Several projects may share the account. A charge has its intent's metadata; a refund made in Stripe's dashboard has
 * none, so that only the intent tells.
 */
async function isOfOurs({ row, source }: PaymentBooking): Promise<boolean> {
  const project = projectID.value();
  if (isOurs(project, source.metadata)) return true;
  if (source.object === 'charge') return false;
  const intent = await find(() => stripeClient().paymentIntents.retrieve(row.gatewayPaymentId));
  return isOurs(project, intent?.metadata ?? null);
}

function unixSeconds(instant: Date): number {
  return instant.getTime() / 1000;
}
