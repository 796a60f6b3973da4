import fc from 'fast-check';
import { paymentFailure } from '../../schema/payment';
import { refundDestination } from '../../schema/refund';

/**
 * What may happen, as plain data. Numbers that name an invoice, an attempt or a payment are taken modulo what there is,
 * so that every history can be played, and shortened and still be played. Fractions are of what is due or left.
 */
const index = fc.nat({ max: 5 });
const fraction = fc.constantFrom(1, 1, 1, 0.5, 0.33, 0.01);
const gateway = fc.constantFrom('stripe' as const, 'paytr' as const);
/** How the gateway's answer reaches us: it does; it is a no; it got lost although the call took effect. */
const answer = fc.constantFrom(
  'yes' as const,
  'yes' as const,
  'yes' as const,
  'lost' as const,
  'no' as const,
);

const action = {
  issue: fc.record({ do: fc.constant('issue' as const), invoice: index }),
  cancel: fc.record({ do: fc.constant('cancel' as const), invoice: index }),
  checkout: fc.record({
    do: fc.constant('checkout' as const),
    invoice: index,
    /** Whether the customer's other invoice is paid with it. */
    both: fc.boolean(),
    useWallet: fc.boolean(),
    part: fraction,
    gateway,
    answer,
  }),
  topUp: fc.record({
    do: fc.constant('topUp' as const),
    customer: index,
    amount: fc.constantFrom(5_000, 7_777, 30_000),
    gateway,
    answer,
  }),
  pay: fc.record({ do: fc.constant('pay' as const), attempt: index }),
  decline: fc.record({
    do: fc.constant('decline' as const),
    attempt: index,
    reason: fc.constantFrom(...paymentFailure.options),
  }),
  payLater: fc.record({ do: fc.constant('payLater' as const), attempt: index }),
  settleLater: fc.record({ do: fc.constant('settleLater' as const), attempt: index, isPaid: fc.boolean() }),
  expire: fc.record({ do: fc.constant('expire' as const), attempt: index }),
  panelRefund: fc.record({ do: fc.constant('panelRefund' as const), attempt: index, part: fraction }),
  dispute: fc.record({ do: fc.constant('dispute' as const), attempt: index }),
  closeDispute: fc.record({ do: fc.constant('closeDispute' as const), attempt: index, isWon: fc.boolean() }),
  abandon: fc.record({ do: fc.constant('abandon' as const), payment: index }),
  refund: fc.record({
    do: fc.constant('refund' as const),
    payment: index,
    part: fraction,
    destination: fc.constantFrom(...refundDestination.options),
    answer,
  }),
  bankTransfer: fc.record({
    do: fc.constant('bankTransfer' as const),
    invoice: index,
    part: fc.constantFrom(1, 0.5, 1.5),
  }),
  wait: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 2, 30) }),
};

type ActionOf = {
  [Name in keyof typeof action]: (typeof action)[Name] extends fc.Arbitrary<infer T> ? T : never;
};
export type Action = ActionOf[keyof ActionOf];

/** How an event is delivered: after how many further actions, how often, or not at all. */
export interface Delivery {
  readonly delay: number;
  readonly copies: number;
  readonly isDropped: boolean;
}

export interface History {
  readonly actions: readonly Action[];
  /** The first event by the first of them, and from the start again when they are used up. */
  readonly deliveries: readonly Delivery[];
}

export const AT_ONCE: Delivery = { delay: 0, copies: 1, isDropped: false };

const delivery: fc.Arbitrary<Delivery> = fc.record({
  delay: fc.constantFrom(0, 0, 1, 3, 100),
  copies: fc.constantFrom(1, 1, 2, 3),
  isDropped: fc.constantFrom(false, false, false, true),
});

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: action.issue },
  { weight: 1, arbitrary: action.cancel },
  { weight: 8, arbitrary: action.checkout },
  { weight: 3, arbitrary: action.topUp },
  { weight: 8, arbitrary: action.pay },
  { weight: 2, arbitrary: action.decline },
  { weight: 2, arbitrary: action.payLater },
  { weight: 2, arbitrary: action.settleLater },
  { weight: 3, arbitrary: action.expire },
  { weight: 2, arbitrary: action.panelRefund },
  { weight: 1, arbitrary: action.dispute },
  { weight: 1, arbitrary: action.closeDispute },
  { weight: 2, arbitrary: action.abandon },
  { weight: 4, arbitrary: action.refund },
  { weight: 2, arbitrary: action.bankTransfer },
  { weight: 2, arbitrary: action.wait },
);

/** Anything, in any order. Most invoices are issued first, since nothing much happens to drafts. */
export const anyHistory: fc.Arbitrary<History> = fc.record({
  actions: fc
    .tuple(fc.subarray([0, 1, 2, 3], { minLength: 2 }), fc.array(anyAction, { minLength: 1, maxLength: 22 }))
    .map(([issued, rest]): Action[] => [
      ...issued.map((invoice): Action => ({ do: 'issue', invoice })),
      ...rest,
    ]),
  deliveries: fc.array(delivery, { minLength: 1, maxLength: 6 }),
});

const settlement: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: action.pay },
  { weight: 3, arbitrary: action.decline },
  { weight: 2, arbitrary: action.payLater },
  { weight: 2, arbitrary: action.settleLater },
  { weight: 2, arbitrary: action.expire },
  { weight: 2, arbitrary: action.panelRefund },
  { weight: 1, arbitrary: action.dispute },
  { weight: 1, arbitrary: action.closeDispute },
);

/**
 * Histories in which the order of the news decides nothing: wallets are filled, then one payment for each invoice is
 * begun, and from then on only gateways have something to tell.
 */
export const newsOnly: fc.Arbitrary<{ readonly before: Action[]; readonly news: Action[] }> = fc.record({
  before: fc
    .tuple(
      fc.subarray([0, 1]),
      fc.array(fc.record({ useWallet: fc.boolean(), part: fraction, gateway }), {
        minLength: 4,
        maxLength: 4,
      }),
    )
    .map(([filled, payments]): Action[] => [
      ...[0, 1, 2, 3].map((invoice): Action => ({ do: 'issue', invoice })),
      ...filled.flatMap((customer): Action[] => [
        { do: 'topUp', customer, amount: 5_000, gateway: 'stripe', answer: 'yes' },
        { do: 'pay', attempt: customer },
      ]),
      ...payments.map((payment, invoice): Action => ({
        do: 'checkout',
        invoice,
        both: false,
        answer: 'yes',
        ...payment,
      })),
    ]),
  news: fc.array(settlement, { minLength: 1, maxLength: 10 }),
});

/** Every event late, some of them several times, in an order that `shuffle` decides. */
export const shuffled: fc.Arbitrary<Delivery[]> = fc.array(
  fc.record({
    delay: fc.nat({ max: 12 }),
    copies: fc.integer({ min: 1, max: 3 }),
    isDropped: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 3, maxLength: 9 },
);
