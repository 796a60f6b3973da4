import type { MinorUnits } from '../../core/money';
import { add, minorUnits, ZERO } from '../../core/money';
import type {
  Checkout,
  Gateway,
  GatewayEvent,
  GatewayFact,
  Inquiry,
  InquiryAnswer,
  PaymentFact,
  RefundOrder,
} from '../../gateways/gateway';
import { BillingError } from '../../platform/errors';
import type { GatewayName, PaymentFailure } from '../../schema/payment';
import type { OutsideCalls } from './outside-calls';

/** What really happened to an attempt, which only the gateway knows. */
export interface Attempt {
  readonly gateway: GatewayName;
  readonly paymentId: string;
  readonly userId: string;
  readonly invoiceIds: readonly string[];
  readonly amount: MinorUnits;
  readonly currency: string;
  state: 'OPEN' | 'PROCESSING' | 'CAPTURED' | 'CLOSED';
  /** On top of the amount, for installments. */
  surcharge: MinorUnits;
  refunded: MinorUnits;
  dispute: 'OPEN' | 'WON' | 'LOST' | null;
}

/** How a gateway answers the next call to it. */
export type Answer = 'yes' | 'no' | 'lost';

/**
 * Both gateways as they are seen from outside: they hold the truth about every attempt, answer calls, and emit an event
 * for whatever happens. Stripe tells a success twice, by two events, and knows idempotency keys; PayTR tells it once,
 * tells no refund and no dispute, and would refund twice when asked twice.
 */
export interface SimulatedGateways {
  readonly stripe: Gateway;
  readonly paytr: Gateway;
  /** Every attempt, in the order of their first call. */
  readonly attempts: readonly Attempt[];
  /** Events that happened since the last call of this function, in order. */
  takeEvents(): GatewayEvent[];
  /** How calls that move money are answered from now on. */
  answerWith(answer: Answer): void;

  /** What customers, banks and staff do at the gateway; each answers whether it was possible. */
  pay(attempt: Attempt): boolean;
  decline(attempt: Attempt, reason: PaymentFailure): boolean;
  payLater(attempt: Attempt): boolean;
  settleLater(attempt: Attempt, isPaid: boolean): boolean;
  expire(attempt: Attempt): boolean;
  refundInPanel(attempt: Attempt, amount: MinorUnits): boolean;
  dispute(attempt: Attempt): boolean;
  closeDispute(attempt: Attempt, isWon: boolean): boolean;
}

const LIFETIME_MS = 60 * 60_000;
const STRIPE_SURCHARGE = ZERO;
const PAYTR_SURCHARGE = minorUnits(7);

export function simulatedGateways(calls: OutsideCalls, now: () => Date): SimulatedGateways {
  const attempts: Attempt[] = [];
  const refunds = new Map<string, MinorUnits>();
  let events: GatewayEvent[] = [];
  let serial = 0;
  let answer: Answer = 'yes';

  const emit = (attempt: Attempt, fact: GatewayFact, type: string = fact.kind) => {
    serial += 1;
    events.push({
      gateway: attempt.gateway,
      id: `${attempt.paymentId}${serial}`,
      type,
      occurredAt: new Date(now().getTime()),
      payloadDigest: '0'.repeat(64),
      gatewayReason: null,
      fact,
    });
  };
  const referenceOf = ({ paymentId, userId, invoiceIds, currency }: Attempt) => ({
    paymentId,
    owner: { userId, invoiceIds, currency },
  });
  const success = (attempt: Attempt) =>
    ({
      kind: 'PAYMENT_SUCCEEDED',
      payment: referenceOf(attempt),
      gatewayPaymentId: `gp_${attempt.paymentId}`,
      amount: attempt.amount,
      charged: add(attempt.amount, attempt.surcharge),
      currency: attempt.currency,
      installment: attempt.surcharge > 0 ? 3 : 1,
      isTest: true,
      paytrHash: null,
    }) satisfies PaymentFact;
  const failed = (attempt: Attempt, reason: PaymentFailure, isFinal: boolean) =>
    ({ kind: 'PAYMENT_FAILED', payment: referenceOf(attempt), reason, isFinal }) satisfies PaymentFact;
  const capture = (attempt: Attempt) => {
    attempt.state = 'CAPTURED';
    emit(attempt, success(attempt));
    if (attempt.gateway === 'stripe') emit(attempt, success(attempt), 'AGAIN');
  };
  const close = (attempt: Attempt, reason: PaymentFailure) => {
    attempt.state = 'CLOSED';
    emit(attempt, failed(attempt, reason, true));
  };
  const giveBack = (attempt: Attempt, amount: MinorUnits) => {
    attempt.refunded = add(attempt.refunded, amount);
    if (attempt.gateway === 'paytr') return;
    const refundedTotal = attempt.refunded;
    const { currency } = attempt;
    emit(attempt, { kind: 'PAYMENT_REFUNDED', payment: referenceOf(attempt), refundedTotal, currency });
  };
  const disputeOf = ({ paymentId, amount, currency }: Attempt) => ({
    gatewayDisputeId: `dp_${paymentId}`,
    amount,
    currency,
    reason: 'fraudulent',
  });

  /** A call as its caller lives it: refused, answered, or carried out without an answer. */
  const answered = async <T>(
    effect: () => T,
    refusal: 'GATEWAY_DECLINED' | 'REFUND_DECLINED',
  ): Promise<T> => {
    if (answer === 'no') throw new BillingError(refusal, { code: '009' });
    const result = await calls.call(() => Promise.resolve(effect()));
    if (answer === 'lost') throw new BillingError('GATEWAY_RESULT_UNKNOWN');
    return result;
  };

  const open = (gateway: GatewayName, checkout: Checkout): Attempt => {
    const known = attempts.find(({ paymentId }) => paymentId === checkout.paymentId);
    if (known !== undefined) return known;
    const { paymentId, userId, invoiceIds, amount, currency } = checkout;
    const attempt: Attempt = {
      gateway,
      paymentId,
      userId,
      invoiceIds,
      amount,
      currency,
      state: 'OPEN',
      surcharge: gateway === 'paytr' ? PAYTR_SURCHARGE : STRIPE_SURCHARGE,
      refunded: ZERO,
      dispute: null,
    };
    attempts.push(attempt);
    return attempt;
  };

  const inquire = ({ paymentId, end }: Inquiry): InquiryAnswer => {
    const attempt = attempts.find((one) => one.paymentId === paymentId);
    if (attempt === undefined) {
      const payment = { paymentId, owner: null };
      const fact = { kind: 'PAYMENT_FAILED', payment, reason: 'ABANDONED', isFinal: true } as const;
      return { fact: end ? fact : null, refundedTotal: null };
    }
    if (attempt.state === 'OPEN' && end) close(attempt, 'ABANDONED');
    switch (attempt.state) {
      case 'CAPTURED':
        return { fact: success(attempt), refundedTotal: attempt.refunded };
      case 'CLOSED':
        return { fact: failed(attempt, 'ABANDONED', true), refundedTotal: null };
      case 'PROCESSING':
        return { fact: { kind: 'PAYMENT_PROCESSING', payment: referenceOf(attempt) }, refundedTotal: null };
      case 'OPEN':
        return { fact: null, refundedTotal: null };
    }
  };

  const refund = (gateway: GatewayName, { refundId, paymentId, amount }: RefundOrder) => {
    const attempt = attempts.find((one) => one.paymentId === paymentId);
    if (attempt?.state !== 'CAPTURED' || attempt.refunded + amount > attempt.amount) {
      throw new BillingError('REFUND_DECLINED', { code: '009' });
    }
    const isRepeat = gateway === 'stripe' && refunds.has(refundId);
    if (!isRepeat) {
      refunds.set(refundId, amount);
      giveBack(attempt, amount);
    }
    return { gatewayRefundId: refundId, refundedTotal: gateway === 'stripe' ? attempt.refunded : null };
  };

  const port = (name: GatewayName): Gateway => ({
    name,
    isTest: () => true,
    acknowledgement: 'OK',
    installments: null,
    startCheckout: (checkout) =>
      answered(() => {
        open(name, checkout);
        return {
          kind: 'REDIRECT' as const,
          url: `https://gateway.example/${checkout.paymentId}`,
          gatewayCheckoutId: `cs_${checkout.paymentId}`,
          expiresAt: new Date(checkout.startedAt.getTime() + LIFETIME_MS),
        };
      }, 'GATEWAY_DECLINED'),
    readEvent: () => Promise.reject(new Error('Events are handed over as they are')),
    inquire: (inquiry) => calls.call(() => Promise.resolve(inquire(inquiry))),
    refund: (order) => answered(() => refund(name, order), 'REFUND_DECLINED'),
    savedMethods: () => null,
    // eslint-disable-next-line @typescript-eslint/require-await -- the port's type; dropped events are handed over by the history
    async *undeliveredEvents() {
      yield* [];
    },
    dayReport: () => Promise.resolve([]),
  });

  const when = (possible: boolean, act: () => void): boolean => {
    if (possible) act();
    return possible;
  };

  return {
    stripe: port('stripe'),
    paytr: port('paytr'),
    attempts,
    takeEvents: () => {
      const taken = events;
      events = [];
      return taken;
    },
    answerWith: (next) => {
      answer = next;
    },
    pay: (attempt) =>
      when(attempt.state === 'OPEN', () => {
        capture(attempt);
      }),
    decline: (attempt, reason) =>
      when(attempt.state === 'OPEN', () => {
        emit(attempt, failed(attempt, reason, false));
      }),
    payLater: (attempt) =>
      when(attempt.state === 'OPEN' && attempt.gateway === 'stripe', () => {
        attempt.state = 'PROCESSING';
        emit(attempt, { kind: 'PAYMENT_PROCESSING', payment: referenceOf(attempt) });
      }),
    settleLater: (attempt, isPaid) =>
      when(attempt.state === 'PROCESSING', () => {
        if (isPaid) capture(attempt);
        else close(attempt, 'GENERAL');
      }),
    expire: (attempt) =>
      when(attempt.state === 'OPEN', () => {
        close(attempt, 'ABANDONED');
      }),
    refundInPanel: (attempt, amount) =>
      when(attempt.state === 'CAPTURED' && amount > 0 && attempt.refunded + amount <= attempt.amount, () => {
        giveBack(attempt, amount);
      }),
    dispute: (attempt) =>
      when(attempt.gateway === 'stripe' && attempt.state === 'CAPTURED' && attempt.dispute === null, () => {
        attempt.dispute = 'OPEN';
        emit(attempt, { kind: 'DISPUTE_OPENED', payment: referenceOf(attempt), dispute: disputeOf(attempt) });
      }),
    closeDispute: (attempt, isWon) =>
      when(attempt.dispute === 'OPEN', () => {
        attempt.dispute = isWon ? 'WON' : 'LOST';
        const outcome = attempt.dispute;
        emit(attempt, {
          kind: 'DISPUTE_CLOSED',
          payment: referenceOf(attempt),
          dispute: disputeOf(attempt),
          outcome,
        });
      }),
  };
}
