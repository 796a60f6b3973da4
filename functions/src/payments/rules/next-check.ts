const MINUTE_MS = 60_000;

/** How long after which moment the gateway is asked what became of a payment, in minutes. */
const MINUTES_UNTIL_CHECK = {
  /** Of an attempt whose page was never opened for us: no gateway's page lives longer. */
  PENDING: 90,
  /** Of a kept card whose charge was not answered: no call takes that long, and Stripe's search is a minute behind. */
  CHARGED: 15,
  /** After the page or form has expired: its news is usually here by then. */
  EXPIRED: 15,
  /** Bank debits and transfers take days, and their news comes by callback. */
  PROCESSING: 24 * 60,
  /** A refund whose answer got lost: no call to a gateway takes that long. */
  REFUND: 60,
  /** Asked without getting an answer, or too early. */
  AGAIN: 60,
} as const;

/** The instant of the next question about a payment in some state, counted from `from`. */
export function nextCheck(state: keyof typeof MINUTES_UNTIL_CHECK, from: Date): Date {
  return new Date(from.getTime() + MINUTES_UNTIL_CHECK[state] * MINUTE_MS);
}
