import type { MinorUnits } from '../../core/money';
import { add, minorUnits, ZERO } from '../../core/money';
import type {
  Checkout,
  Gateway,
  GatewayEvent,
  GatewayFact,
  Inquiry,
  InquiryAnswer,
  MethodCharge,
  PaymentFact,
  PaymentSucceeded,
  RefundAnswer,
  RefundOrder,
  ReportRow,
  SettlementFact,
} from '../../gateways/gateway';
import { BillingError } from '../../platform/errors';
import type { CheckoutSession, GatewayName, PaymentFailure } from '../../schema/payment';
import type { OutsideCalls } from './outside-calls';

/** What really happened to an attempt, which only the gateway knows. */
export interface Attempt {
  readonly gateway: GatewayName;
  readonly paymentId: string;
  readonly userId: string;
  readonly invoiceIds: readonly string[];
  readonly amount: MinorUnits;
  readonly currency: string;
  /** LAPSED: reported as failed, and yet it can still be paid, as in a second tab. */
  state: 'OPEN' | 'LAPSED' | 'PROCESSING' | 'CAPTURED' | 'CLOSED';
  /** Whether the customer was told where to pay. */
  isHandedOut: boolean;
  /** Where its page is: PayTR closes the one before when it is asked for an order's form again. */
  page: string;
  /** Why it failed, as it was told last. */
  failure: PaymentFailure;
  /** On top of the amount, for installments. */
  surcharge: MinorUnits;
  /** Everything that was sent back. */
  refunded: MinorUnits;
  /** What of it staff sent back in the gateway's own panel. */
  refundedInPanel: MinorUnits;
  /** How often each order of ours was carried out. */
  readonly orders: Map<string, { amount: MinorUnits; times: number }>;
  dispute: 'OPEN' | 'WON' | 'LOST' | null;
}

/**
 * How a gateway answers the next call that moves something. `lost`: it took effect, and the answer got lost;
 * `unreached`: it did not even take effect.
 */
export type Answer = 'yes' | 'no' | 'lost' | 'unreached';

/** What the bank of a kept card says to a charge; `decides` later is possible at Stripe alone. */
export type Bank = 'pays' | 'declines' | 'decides later';

/** How both gateways behave from now on. */
export interface Mood {
  /** To calls that move something. */
  answer: Answer;
  bank: Bank;
  /** Whether questions about payments remain unanswered. */
  isOut: boolean;
}

/** A success that does not fit the payment, as a forger or a mixed-up account would report it. */
export type Lie = 'AMOUNT' | 'CURRENCY' | 'CHARGED_LESS' | 'TEST_MODE' | 'OTHER_GATEWAY' | 'UNKNOWN_PAYMENT';

/**
 * Both gateways as they are seen from outside: they hold the truth about every attempt, answer calls, and emit an event
 * for whatever happens. Stripe tells a success twice, by two events, knows idempotency keys and keeps what it could not
 * deliver; PayTR tells a success once, tells no refund and no dispute, would refund twice when asked twice, cannot
 * close a form, and reports every refused card as the end of an order that may still succeed.
 */
export interface SimulatedGateways {
  readonly stripe: Gateway;
  readonly paytr: Gateway;
  /** Every attempt, in the order of their first call. */
  readonly attempts: readonly Attempt[];
  /** Events that happened since the last call of this function, in order. */
  readonly takeEvents: () => GatewayEvent[];
  /** An event that Stripe could not deliver, to be asked for later. */
  readonly keepUndelivered: (event: GatewayEvent) => void;
  readonly mood: Mood;

  /** What customers, banks and staff do at the gateway, where it is possible (`happenings.ts`). */
  readonly pay: (attempt: Attempt) => void;
  readonly decline: (attempt: Attempt, reason: PaymentFailure) => void;
  readonly payLater: (attempt: Attempt) => void;
  readonly settleLater: (attempt: Attempt, isPaid: boolean) => void;
  readonly expire: (attempt: Attempt) => void;
  readonly lapse: (attempt: Attempt) => void;
  readonly refundInPanel: (attempt: Attempt, amount: MinorUnits) => void;
  readonly dispute: (attempt: Attempt) => void;
  readonly closeDispute: (attempt: Attempt, isWon: boolean) => void;
  /** Every page that is still open closes by itself, and nobody is told of it. */
  readonly closePages: () => void;
  /** A success that is none; not among the events to take, since it is no news. */
  readonly lie: (attempt: Attempt, lie: Lie) => GatewayEvent;
}

const LIFETIME_MS = 60 * 60_000;
const SURCHARGE: Record<GatewayName, MinorUnits> = { stripe: ZERO, paytr: minorUnits(7) };
/** What each gateway keeps of a payment. */
export const FEE = minorUnits(3);

export function simulatedGateways(calls: OutsideCalls, now: () => Date): SimulatedGateways {
  const attempts: Attempt[] = [];
  const undelivered: GatewayEvent[] = [];
  let events: GatewayEvent[] = [];
  let serial = 0;
  const mood: Mood = { answer: 'yes', bank: 'pays', isOut: false };

  const eventOf = (attempt: Attempt, fact: GatewayFact, type: string): GatewayEvent => {
    serial += 1;
    const { gateway, paymentId } = attempt;
    // PayTR numbers no notices: of each kind of failure an order has one.
    const name = fact.kind === 'PAYMENT_FAILED' ? `failed_${fact.reason}` : fact.kind;
    return {
      gateway,
      id: gateway === 'stripe' ? `evt_${serial}` : `${paymentId}_${name}`,
      type,
      // No two at once, so that the last failure is the same whoever tells of it.
      occurredAt: new Date(now().getTime() + serial * 1_000),
      payloadDigest: '0'.repeat(64),
      gatewayReason: null,
      fact,
    };
  };
  const emit = (attempt: Attempt, fact: GatewayFact, type: string = fact.kind) => {
    events.push(eventOf(attempt, fact, type));
  };
  const capture = (attempt: Attempt) => {
    attempt.state = 'CAPTURED';
    emit(attempt, success(attempt));
    if (attempt.gateway === 'stripe') emit(attempt, success(attempt), 'THE_SAME_IN_OTHER_WORDS');
  };
  const payLater = (attempt: Attempt) => {
    attempt.state = 'PROCESSING';
    emit(attempt, { kind: 'PAYMENT_PROCESSING', payment: referenceOf(attempt) });
  };
  const end = (attempt: Attempt, state: 'CLOSED' | 'LAPSED', reason: PaymentFailure) => {
    attempt.state = state;
    attempt.failure = reason;
    emit(attempt, failed(attempt, reason, true));
  };
  const giveBack = (attempt: Attempt, amount: MinorUnits) => {
    attempt.refunded = add(attempt.refunded, amount);
    if (attempt.gateway === 'paytr') return;
    const { refunded: refundedTotal, currency } = attempt;
    emit(attempt, { kind: 'PAYMENT_REFUNDED', payment: referenceOf(attempt), refundedTotal, currency });
  };

  /** A call as its caller lives it: answered, refused, or without an answer, carried out or not. */
  const answered = async <T>(gateway: GatewayName, effect: () => T, refusal: () => T): Promise<T> => {
    const { answer } = mood;
    return calls.call(gateway, () =>
      Promise.resolve().then(() => {
        if (answer === 'no') return refusal();
        if (answer === 'unreached') throw new BillingError('GATEWAY_RESULT_UNKNOWN');
        const result = effect();
        if (answer === 'lost') throw new BillingError('GATEWAY_RESULT_UNKNOWN');
        return result;
      }),
    );
  };

  const newPage = ({ paymentId }: Attempt) => {
    serial += 1;
    return `https://gateway.example/${paymentId}/${serial}`;
  };

  const known = (paymentId: string) => attempts.find((one) => one.paymentId === paymentId);

  /** The attempt of a checkout or a charge; the same one again when it is asked for again. */
  const open = (gateway: GatewayName, asked: Checkout | MethodCharge, surcharge: MinorUnits): Attempt => {
    const { paymentId, userId, invoiceIds, amount, currency } = asked;
    const attempt: Attempt = known(paymentId) ?? {
      gateway,
      paymentId,
      userId,
      invoiceIds,
      amount,
      currency,
      state: 'OPEN',
      isHandedOut: false,
      page: '',
      failure: 'ABANDONED',
      surcharge,
      refunded: ZERO,
      refundedInPanel: ZERO,
      orders: new Map(),
      dispute: null,
    };
    if (known(paymentId) === undefined) attempts.push(attempt);
    return attempt;
  };

  /** A kept card is charged at once, and once: asked again, the gateway says what became of the first time. */
  const charge = (gateway: GatewayName, asked: MethodCharge): SettlementFact => {
    const attempt = open(gateway, asked, ZERO);
    if (attempt.state === 'OPEN') {
      if (mood.bank === 'declines') end(attempt, 'CLOSED', 'FUNDS');
      else if (mood.bank === 'decides later' && gateway === 'stripe') payLater(attempt);
      else capture(attempt);
    }
    const { fact } = answerOf(attempt);
    if (fact === null) throw new Error('A charge is never left open');
    return fact;
  };

  const inquire = ({ paymentId, end: isEnd }: Inquiry): InquiryAnswer => {
    if (mood.isOut) throw new BillingError('GATEWAY_UNAVAILABLE');
    const attempt = known(paymentId);
    if (attempt === undefined) {
      const payment = { paymentId, owner: null };
      const fact = { kind: 'PAYMENT_FAILED', payment, reason: 'ABANDONED', isFinal: true } as const;
      return { fact: isEnd ? fact : null, refundedTotal: null };
    }
    if (attempt.state === 'OPEN' && isEnd) {
      // PayTR closes no form, and sends no notice of our question.
      if (attempt.gateway === 'stripe') end(attempt, 'CLOSED', 'ABANDONED');
      else attempt.state = 'LAPSED';
    }
    return answerOf(attempt);
  };

  const refund = ({ refundId, paymentId, amount }: RefundOrder): RefundAnswer => {
    const attempt = known(paymentId);
    if (attempt === undefined) throw new BillingError('REFUND_DECLINED', { code: '009' });
    const isTold = attempt.gateway === 'stripe';
    const earlier = attempt.orders.get(refundId);
    if (earlier === undefined || !isTold) {
      if (attempt.state !== 'CAPTURED' || attempt.refunded + amount > attempt.amount) {
        throw new BillingError('REFUND_DECLINED', { code: '009' });
      }
      attempt.orders.set(refundId, { amount, times: (earlier?.times ?? 0) + 1 });
      giveBack(attempt, amount);
    }
    return { gatewayRefundId: refundId, refundedTotal: isTold ? attempt.refunded : null };
  };

  const port = (name: GatewayName): Gateway => ({
    name,
    isTest: () => true,
    acknowledgement: 'OK',
    installments: null,
    billing: null,
    cardFields: null,
    startCheckout: (checkout) =>
      answered<CheckoutSession>(
        name,
        () => {
          const attempt = open(name, checkout, SURCHARGE[name]);
          if (attempt.page === '' || name === 'paytr') attempt.page = newPage(attempt);
          return {
            kind: 'REDIRECT',
            method: 'card',
            url: attempt.page,
            gatewayCheckoutId: `cs_${checkout.paymentId}`,
            expiresAt: new Date(checkout.startedAt.getTime() + LIFETIME_MS),
          };
        },
        () => refused('GATEWAY_DECLINED'),
      ),
    readEvent: () => Promise.reject(new Error('Events are handed over as they are')),
    inquire: (inquiry) => calls.call(name, () => Promise.resolve().then(() => inquire(inquiry))),
    refund: (order) =>
      answered(
        name,
        () => refund(order),
        () => refused('REFUND_DECLINED'),
      ),
    savedMethods: () => ({
      createCustomer: notSimulated,
      updateCustomer: notSimulated,
      startSetup: notSimulated,
      list: notSimulated,
      detach: notSimulated,
      // To a charge a no is an answer, also when nothing was tried.
      charge: (asked) =>
        answered<SettlementFact>(
          name,
          () => charge(name, asked),
          () => failed(asked, 'GENERAL', true),
        ),
    }),
    async *undeliveredEvents() {
      if (name === 'stripe') yield* await calls.call(name, () => Promise.resolve([...undelivered]));
    },
    // All days in one: what is compared is whole.
    dayReport: () => Promise.resolve(attempts.filter(({ gateway }) => gateway === name).flatMap(reportRows)),
  });

  return {
    stripe: port('stripe'),
    paytr: port('paytr'),
    attempts,
    takeEvents: () => {
      const taken = events;
      events = [];
      return taken;
    },
    keepUndelivered: (event) => {
      undelivered.push(event);
    },
    mood,
    pay: capture,
    decline: (attempt, reason) => {
      attempt.failure = reason;
      if (attempt.gateway === 'paytr') end(attempt, 'LAPSED', reason);
      else emit(attempt, failed(attempt, reason, false));
    },
    payLater,
    settleLater: (attempt, isPaid) => {
      if (isPaid) capture(attempt);
      else end(attempt, 'CLOSED', 'GENERAL');
    },
    expire: (attempt) => {
      end(attempt, 'CLOSED', 'ABANDONED');
    },
    lapse: (attempt) => {
      end(attempt, 'LAPSED', 'ABANDONED');
    },
    refundInPanel: (attempt, amount) => {
      attempt.refundedInPanel = add(attempt.refundedInPanel, amount);
      giveBack(attempt, amount);
    },
    dispute: (attempt) => {
      attempt.dispute = 'OPEN';
      emit(attempt, { kind: 'DISPUTE_OPENED', payment: referenceOf(attempt), dispute: disputeOf(attempt) });
    },
    closeDispute: (attempt, isWon) => {
      const outcome = isWon ? 'WON' : 'LOST';
      attempt.dispute = outcome;
      const [payment, dispute] = [referenceOf(attempt), disputeOf(attempt)];
      emit(attempt, { kind: 'DISPUTE_CLOSED', payment, dispute, outcome });
    },
    closePages: () => {
      for (const attempt of attempts) if (isPayable(attempt)) attempt.state = 'CLOSED';
    },
    lie: (attempt, lie) => {
      const event = eventOf(attempt, bend(success(attempt), lie), `LIE_${lie}`);
      const other = attempt.gateway === 'stripe' ? 'paytr' : 'stripe';
      return { ...event, id: `lie_${serial}`, gateway: lie === 'OTHER_GATEWAY' ? other : attempt.gateway };
    },
  };
}

/** Whether its page takes a card. */
export function isPayable({ state }: Attempt): boolean {
  return state === 'OPEN' || state === 'LAPSED';
}

/** What the gateway calls a payment. */
export function gatewayIdOf({ paymentId }: Attempt): string {
  return `gp_${paymentId}`;
}

function refused(code: 'GATEWAY_DECLINED' | 'REFUND_DECLINED'): never {
  throw new BillingError(code, { code: '009' });
}

function notSimulated(): Promise<never> {
  return Promise.reject(new Error('Cards are kept from the beginning'));
}

function referenceOf({ paymentId, userId, invoiceIds, currency }: Attempt | MethodCharge) {
  return { paymentId, owner: { userId, invoiceIds, currency } };
}

function success(attempt: Attempt): PaymentSucceeded {
  return {
    kind: 'PAYMENT_SUCCEEDED',
    payment: referenceOf(attempt),
    gatewayPaymentId: gatewayIdOf(attempt),
    amount: attempt.amount,
    charged: add(attempt.amount, attempt.surcharge),
    currency: attempt.currency,
    installment: attempt.surcharge > 0 ? 3 : 1,
    isTest: true,
    paytrHash: null,
  };
}

function failed(attempt: Attempt | MethodCharge, reason: PaymentFailure, isFinal: boolean) {
  return { kind: 'PAYMENT_FAILED', payment: referenceOf(attempt), reason, isFinal } satisfies PaymentFact;
}

function bend(fact: PaymentSucceeded, lie: Lie): PaymentSucceeded {
  switch (lie) {
    case 'AMOUNT':
      return { ...fact, amount: add(fact.amount, minorUnits(1)), charged: add(fact.charged, minorUnits(1)) };
    case 'CURRENCY':
      return { ...fact, currency: fact.currency === 'EUR' ? 'TRY' : 'EUR' };
    case 'CHARGED_LESS':
      return { ...fact, charged: ZERO };
    case 'TEST_MODE':
      return { ...fact, isTest: false };
    case 'OTHER_GATEWAY':
      return fact;
    case 'UNKNOWN_PAYMENT':
      return { ...fact, payment: { ...fact.payment, paymentId: `not${fact.payment.paymentId}` } };
  }
}

function disputeOf({ paymentId, amount, currency }: Attempt) {
  return { gatewayDisputeId: `dp_${paymentId}`, amount, currency, reason: 'fraudulent' };
}

function answerOf(attempt: Attempt): InquiryAnswer {
  switch (attempt.state) {
    case 'CAPTURED':
      return { fact: success(attempt), refundedTotal: attempt.refunded };
    case 'CLOSED':
    case 'LAPSED':
      return { fact: failed(attempt, attempt.failure, true), refundedTotal: null };
    case 'PROCESSING':
      return { fact: { kind: 'PAYMENT_PROCESSING', payment: referenceOf(attempt) }, refundedTotal: null };
    case 'OPEN':
      return { fact: null, refundedTotal: null };
  }
}

function reportRows(attempt: Attempt): ReportRow[] {
  if (attempt.state !== 'CAPTURED') return [];
  const { currency, refunded } = attempt;
  // PayTR's order numbers carry our ids.
  const paymentId = attempt.gateway === 'paytr' ? attempt.paymentId : null;
  const gatewayPaymentId = gatewayIdOf(attempt);
  const charged = add(attempt.amount, attempt.surcharge);
  return [
    { kind: 'PAYMENT', gatewayPaymentId, paymentId, amount: charged, fee: FEE, currency },
    ...(refunded > 0
      ? [{ kind: 'REFUND' as const, gatewayPaymentId, paymentId, amount: refunded, fee: ZERO, currency }]
      : []),
  ];
}
