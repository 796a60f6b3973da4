import type { CalendarDay } from '../../core/calendar';
import { ALPHABET, derivedId, INVOICE_ID_LENGTH, PAYMENT_ID_LENGTH } from '../../platform/ids';

/**
 * The id of a subscription's invoice begins with the subscription's id and goes on with the day that it bills. So
 * every command that names an invoice names its subscription too, which is read beside it in the same round trip; and
 * a period has one invoice id, whose `create` bills it once.
 */
const PREFIX = 'sub';
const SUBSCRIPTION_ID_LENGTH = 15;
const DAY_LENGTH = 3;
const ORDINAL_LENGTH = INVOICE_ID_LENGTH - SUBSCRIPTION_ID_LENGTH - DAY_LENGTH;
const OF_INVOICE = new RegExp(`^${PREFIX}[A-Za-z0-9]{${INVOICE_ID_LENGTH - PREFIX.length}}$`);

/** The same parts (a caller and their request) always make the same id. */
export function subscriptionId(...parts: readonly string[]): string {
  return PREFIX + derivedId(SUBSCRIPTION_ID_LENGTH - PREFIX.length, 'subscription', ...parts);
}

/** The invoice of the period that starts on a day. */
export function periodInvoiceId(subscription: string, start: CalendarDay): string {
  return invoiceIdOn(subscription, start, 0);
}

/** The invoice of a subscription's n-th upgrade, which is made on a day. */
export function upgradeInvoiceId(subscription: string, day: CalendarDay, n: number): string {
  return invoiceIdOn(subscription, day, n);
}

/**
 * The subscription that an invoice's id names, or null. One in 238,000 other invoices looks as if it named one; such a
 * read finds nothing, and does no harm.
 */
export function subscriptionIdOf(invoiceId: string): string | null {
  return OF_INVOICE.test(invoiceId) ? invoiceId.slice(0, SUBSCRIPTION_ID_LENGTH) : null;
}

/** The subscriptions of several invoices, each once, in the order of the invoices. */
export function subscriptionIdsOf(invoiceIds: readonly string[]): string[] {
  return [...new Set(invoiceIds.flatMap((invoiceId) => subscriptionIdOf(invoiceId) ?? []))];
}

/** The n-th payment that we begin for a subscription. */
export function attemptPaymentId(subscription: string, n: number): string {
  return derivedId(PAYMENT_ID_LENGTH, 'subscriptionPayment', subscription, String(n));
}

function invoiceIdOn(subscription: string, day: CalendarDay, ordinal: number): string {
  const days = Date.parse(`${day}T00:00:00Z`) / (24 * 60 * 60 * 1000);
  return subscription + digits(days, DAY_LENGTH) + digits(ordinal, ORDINAL_LENGTH);
}

/** @throws RangeError when the number needs more digits: days reach until the year 2622, ordinals to 3,843. */
function digits(value: number, length: number): string {
  if (value >= ALPHABET.length ** length) throw new RangeError(`${value} has more than ${length} digits`);
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / ALPHABET.length)) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
  }
  return text;
}
