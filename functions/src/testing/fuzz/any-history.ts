import fc from 'fast-check';
import { gatewayName, paymentFailure } from '../../schema/payment';
import { refundDestination } from '../../schema/refund';
import type { Patience } from './command';
import type { Action, Delivery, History } from './history';
import type { Fault } from './outside-calls';

/** Generators of histories, of deliveries and of faults. */

const index = fc.nat({ max: 5 });
const part = fc.constantFrom(1, 1, 1, 0.5, 0.33, 0.01);
const gateway = fc.constantFrom(...gatewayName.options);
const answer = fc.constantFrom('yes', 'yes', 'yes', 'yes', 'lost', 'unreached', 'no');
const during = fc.constantFrom(0, 0, 0, 1, 2, 3);

type ActionNamed<Name extends Action['do']> = Extract<Action, { do: Name }>;
type Fields<Name extends Action['do']> = {
  [Field in Exclude<keyof ActionNamed<Name>, 'do'>]: fc.Arbitrary<ActionNamed<Name>[Field]>;
};

function action<Name extends Action['do']>(name: Name, fields: Fields<Name>): fc.Arbitrary<Action> {
  const byName: Record<string, fc.Arbitrary<unknown>> = { ...fields };
  // The fields are those of exactly this action, which the compiler cannot put together again.
  return fc.record(byName).map((rest) => ({ do: name, ...rest }) as unknown as Action);
}

const ACTIONS = {
  issue: action('issue', { invoice: index }),
  cancel: action('cancel', { invoice: index }),
  checkout: action('checkout', {
    invoice: index,
    both: fc.boolean(),
    useWallet: fc.boolean(),
    part,
    gateway,
    answer,
    during,
  }),
  charge: action('charge', {
    invoice: index,
    both: fc.boolean(),
    byOwner: fc.boolean(),
    part,
    gateway,
    bank: fc.constantFrom('pays', 'pays', 'declines', 'decides later'),
    answer,
    during,
  }),
  topUp: action('topUp', {
    customer: index,
    amount: fc.constantFrom(5_000, 7_777, 30_000),
    gateway,
    answer,
    during,
  }),
  pay: action('pay', { attempt: index }),
  decline: action('decline', { attempt: index, reason: fc.constantFrom(...paymentFailure.options) }),
  payLater: action('payLater', { attempt: index }),
  settleLater: action('settleLater', { attempt: index, isPaid: fc.boolean() }),
  expire: action('expire', { attempt: index }),
  lapse: action('lapse', { attempt: index }),
  panelRefund: action('panelRefund', { attempt: index, part }),
  dispute: action('dispute', { attempt: index }),
  closeDispute: action('closeDispute', { attempt: index, isWon: fc.boolean() }),
  lie: action('lie', {
    attempt: index,
    lie: fc.constantFrom(
      'AMOUNT',
      'CURRENCY',
      'CHARGED_LESS',
      'TEST_MODE',
      'OTHER_GATEWAY',
      'UNKNOWN_PAYMENT',
    ),
  }),
  abandon: action('abandon', { payment: index, during }),
  refund: action('refund', {
    payment: index,
    part,
    destination: fc.constantFrom(...refundDestination.options),
    answer,
    during,
  }),
  bankTransfer: action('bankTransfer', {
    invoice: index,
    both: fc.boolean(),
    part: fc.constantFrom(1, 0.5, 1.5),
  }),
  send: action('send', {
    invoice: index,
    both: fc.boolean(),
    part: fc.constantFrom(1, 1, 0.5, 1.5),
    isNamed: fc.boolean(),
    hasReference: fc.boolean(),
  }),
  importStatement: action('importStatement', { format: fc.constantFrom('CAMT053', 'CSV'), since: index }),
  match: action('match', {
    line: index,
    asProposed: fc.boolean(),
    invoice: index,
    both: fc.boolean(),
  }),
  dismiss: action('dismiss', { line: index }),
  sweep: action('sweep', { during: fc.constantFrom(0, 1) }),
  again: action('again', { command: index, answer, during }),
  wait: action('wait', {
    hours: fc.constantFrom(1, 2, 30),
    isOutage: fc.constantFrom(false, false, true),
    during,
  }),
} satisfies Record<Action['do'], fc.Arbitrary<Action>>;

/** How often each kind of action comes, against the others. */
const WEIGHT: Record<Action['do'], number> = {
  issue: 3,
  cancel: 1,
  checkout: 8,
  charge: 4,
  topUp: 3,
  pay: 9,
  decline: 2,
  payLater: 2,
  settleLater: 2,
  expire: 2,
  lapse: 2,
  panelRefund: 2,
  dispute: 1,
  closeDispute: 1,
  lie: 1,
  abandon: 2,
  refund: 5,
  bankTransfer: 2,
  send: 3,
  importStatement: 3,
  match: 4,
  dismiss: 1,
  sweep: 2,
  again: 3,
  wait: 2,
};

function oneOf(names: readonly Action['do'][]): fc.Arbitrary<Action> {
  return fc.oneof(...names.map((name) => ({ weight: WEIGHT[name], arbitrary: ACTIONS[name] })));
}

const anyAction = oneOf(Object.keys(WEIGHT) as Action['do'][]);

const deliveries: fc.Arbitrary<Delivery[]> = fc.array(
  fc.record({
    delay: fc.constantFrom(0, 0, 1, 3, 100),
    copies: fc.constantFrom(1, 1, 2, 3),
    isDropped: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 1, maxLength: 6 },
);

/**
 * Most invoices are issued at first, since nothing much happens to drafts; often there is money in the wallets, and
 * sometimes on the bank account.
 */
const beginning: fc.Arbitrary<Action[]> = fc
  .tuple(
    fc.subarray([0, 1, 2, 3], { minLength: 3 }),
    fc.subarray([0, 1]),
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: statementImported() }),
  )
  .map(([issued, filled, imported]) => [...issued.map(issue), ...walletsFilled(filled), ...imported]);

/** A few transfers that finance has not looked at. */
function statementImported(): fc.Arbitrary<Action[]> {
  return fc
    .tuple(fc.array(ACTIONS.send, { minLength: 1, maxLength: 3 }), ACTIONS.importStatement)
    .map(([sent, imported]) => [...sent, imported]);
}

function issue(invoice: number): Action {
  return { do: 'issue', invoice };
}

/** Stripe puts 50,00 into the wallets of these customers. */
function walletsFilled(customers: readonly number[]): Action[] {
  return customers.flatMap((customer, attempt): Action[] => [
    { do: 'topUp', customer, amount: 5_000, gateway: 'stripe', answer: 'yes', during: 0 },
    { do: 'pay', attempt },
  ]);
}

/** Anything, in any order, heard of in any order. */
export const anyHistory: fc.Arbitrary<History> = fc.record({
  actions: fc
    .tuple(beginning, fc.array(anyAction, { minLength: 1, maxLength: 22, size: 'max' }))
    .map(([first, rest]) => [...first, ...rest]),
  deliveries,
});

/** A history in two halves, of which the second is news alone. */
export interface NewsHistory {
  readonly before: readonly Action[];
  readonly news: readonly Action[];
  /** Of the news. */
  readonly deliveries: readonly Delivery[];
}

const tellings: fc.Arbitrary<Delivery[]> = fc.array(
  fc.record({
    delay: fc.nat({ max: 12 }),
    copies: fc.integer({ min: 1, max: 3 }),
    isDropped: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 3, maxLength: 9 },
);

/** Cards that are refused, until one is not: the customer stays in the form. */
const cardsAreTried = fc.oneof(
  { weight: 2, arbitrary: ACTIONS.pay },
  {
    weight: 3,
    arbitrary: action('decline', {
      attempt: index,
      reason: fc.constantFrom('FUNDS', 'WRONG_DATA', 'SECURITY'),
    }),
  },
);
const gatewaysTell = oneOf([
  'pay',
  'decline',
  'payLater',
  'settleLater',
  'expire',
  'panelRefund',
  'dispute',
  'closeDispute',
]);
const gatewaysTellOfFailuresThatAreNone = oneOf(['pay', 'lapse', 'decline', 'expire', 'panelRefund']);

/** One payment for each invoice is begun, and from then on only gateways have something to tell. */
function newsAfter(
  useWallet: boolean,
  gateways: typeof gateway,
  news: fc.Arbitrary<Action>,
): fc.Arbitrary<NewsHistory> {
  const checkouts = fc.tuple(...[0, 1, 2, 3].map((invoice) => checkoutOf(invoice, useWallet, gateways)));
  const filled = useWallet ? fc.subarray([0, 1]) : fc.constant([]);
  return fc.record({
    before: fc
      .tuple(filled, checkouts)
      .map(([customers, begun]) => [...[0, 1, 2, 3].map(issue), ...walletsFilled(customers), ...begun]),
    news: fc.array(news, { minLength: 1, maxLength: 12, size: 'max' }),
    deliveries: tellings,
  });
}

function checkoutOf(invoice: number, useWallet: boolean, gateways: typeof gateway): fc.Arbitrary<Action> {
  return fc.record({ part, gateway: gateways }).map((wish) => ({
    do: 'checkout',
    invoice,
    both: false,
    useWallet,
    answer: 'yes',
    during: 0,
    ...wish,
  }));
}

/**
 * Histories in which the order of the news decides nothing. Where a payment is reported as given up or expired and
 * paid all the same, whether its wallet part was given back meanwhile depends on what was heard first
 * (docs/decisions/0009): those have no wallet part. A card that PayTR refused decides nothing when the next one is
 * taken, as long as nothing else wants the wallet's money (docs/decisions/0027).
 */
export const newsOnly: fc.Arbitrary<NewsHistory> = fc.oneof(
  newsAfter(true, fc.constant('stripe'), gatewaysTell),
  newsAfter(true, fc.constant('paytr'), cardsAreTried),
  newsAfter(false, gateway, gatewaysTell),
  newsAfter(false, gateway, gatewaysTellOfFailuresThatAreNone),
);

export const anyFault: fc.Arbitrary<Fault> = fc.record({
  at: fc.integer({ min: 1, max: 80 }),
  when: fc.constantFrom('before', 'after'),
  dies: fc.boolean(),
});

export const anyPatience: fc.Arbitrary<Patience> = fc.record({
  peopleTryAgain: fc.boolean(),
  afterHours: fc.constantFrom(0, 0.1),
});
