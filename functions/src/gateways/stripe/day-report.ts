import { projectID } from 'firebase-functions/params';
import type Stripe from 'stripe';
import type { CalendarDay } from '../../core/calendar';
import { addDays, startOfDay } from '../../core/calendar';
import type { ReportRow } from '../gateway';
import { fromStripeAmount, nearestFromStripeAmount } from './amount';
import { ask, find } from './call';
import { stripeClient } from './client';
import { idOf } from './expandable';
import { isOurs } from './reference';

const LARGEST_PAGE = 100;

const KINDS = new Map<string, ReportRow['kind']>([
  ['charge', 'PAYMENT'],
  ['payment', 'PAYMENT'],
  ['refund', 'REFUND'],
  ['payment_refund', 'REFUND'],
]);

/** Stripe's ledger of a day, as far as it is about payments of this project. */
export async function dayReport(day: CalendarDay): Promise<readonly ReportRow[]> {
  const rows: ReportRow[] = [];
  for (const transaction of await transactionsOf(day)) {
    const row = await rowOf(transaction);
    if (row !== null) rows.push(row);
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

async function rowOf(transaction: Stripe.BalanceTransaction): Promise<ReportRow | null> {
  const kind = KINDS.get(transaction.type);
  const { source } = transaction;
  if (kind === undefined || source === null || typeof source === 'string') return null;
  if (source.object !== 'charge' && source.object !== 'refund') return null;
  const intent = source.payment_intent === null ? null : idOf(source.payment_intent);
  if (intent === null || !(await isOfOurs(source, intent))) return null;
  const currency = source.currency.toUpperCase();
  return {
    kind,
    gatewayPaymentId: intent,
    amount: fromStripeAmount(source.amount, currency),
    fee: nearestFromStripeAmount(feeIn(source, transaction), currency),
    currency,
  };
}

/**
 * Several projects may share the account. A charge has its intent's metadata; a refund made in Stripe's dashboard has
 * none, so that only the intent tells.
 */
async function isOfOurs(source: Stripe.Charge | Stripe.Refund, intentId: string): Promise<boolean> {
  const project = projectID.value();
  if (isOurs(project, source.metadata) || source.object === 'charge') return isOurs(project, source.metadata);
  const intent = await find(() => stripeClient().paymentIntents.retrieve(intentId));
  return isOurs(project, intent?.metadata ?? null);
}

/**
 * The fee in the payment's currency. Stripe books in the currency that it pays out, so a payment in another one has
 * its fee converted back at the rate of that very booking.
 */
function feeIn(source: { amount: number; currency: string }, transaction: Stripe.BalanceTransaction): number {
  if (transaction.currency === source.currency) return transaction.fee;
  return Math.round((transaction.fee * source.amount) / Math.abs(transaction.amount));
}

function unixSeconds(instant: Date): number {
  return instant.getTime() / 1000;
}
