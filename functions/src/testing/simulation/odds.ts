/**
 * How the customers of a simulated year behave, and their banks: a share of 1 each. The defaults are guesses at an
 * ordinary year of a cloud company, not figures of one.
 */
export const ODDS = {
  softDecline: [0.06, 'a charge of a kept card fails, and may work on another day'],
  softAgain: [0.55, 'the next charge after such a failure fails as well'],
  hardDecline: [0.008, 'a bank refuses a kept card for good'],
  authentication: [0.015, 'a bank wants its customer for a charge without them'],
  cardExpires: [0.15, 'a card expires within the year'],
  payByLink: [0.15, 'a customer keeps no card and pays by the link in the mails'],
  payByWallet: [0.08, 'a customer tops the wallet up, and it pays first'],
  stripeBilling: [0.5, 'who pays by Stripe has its renewals billed by Stripe Billing, if a card is kept'],
  firstUnpaid: [0.04, 'a first invoice is never paid'],
  onTime: [0.75, 'who pays by link does so within a day'],
  repliesToFailure: [0.5, 'a mail about a failed payment is answered by paying or with another card'],
  repliesToSuspension: [0.35, 'a suspended customer pays within a month'],
  cancels: [0.02, 'a customer cancels, each month'],
  cancelsNow: [0.25, 'who cancels does so at once, not at the end of the period'],
  changesMind: [0.15, 'who cancels at the end of the period takes it back'],
  upgrades: [0.03, 'a customer takes a larger plan or a year, each month'],
  downgrades: [0.01, 'a customer takes a smaller plan, each month'],
  topsUp: [0.05, 'a customer of the wallet tops it up, each month'],
  refund: [0.01, 'finance gives a payment back, or half of it, each month'],
  another: [0.01, 'a customer subscribes once more, each month'],
  lostAnswer: [0.004, "a gateway's answer to a charge gets lost, though it took effect"],
  lostNews: [0.01, "a gateway's callback gets lost"],
} as const satisfies Record<string, readonly [number, string]>;

export type Odd = keyof typeof ODDS;
export type Odds = Readonly<Record<Odd, number>>;

/** The defaults, with some of them otherwise. */
export function oddsWith(others: Partial<Odds> = {}): Odds {
  const defaults = Object.fromEntries(Object.entries(ODDS).map(([name, [share]]) => [name, share]));
  // Every name of ODDS is in it.
  return { ...(defaults as Odds), ...others };
}
