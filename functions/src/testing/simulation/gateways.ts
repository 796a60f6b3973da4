import type { CalendarDay } from '../../core/calendar';
import { dayOf } from '../../core/calendar';
import type { MinorUnits } from '../../core/money';
import { add, percentage, ZERO } from '../../core/money';
import type {
  Gateway,
  GatewayEvent,
  GatewayFact,
  Inquiry,
  InquiryAnswer,
  MethodCharge,
  RefundAnswer,
  RefundOrder,
  ReportRow,
  SavedMethod,
  SettlementFact,
} from '../../gateways/gateway';
import { BillingError } from '../../platform/errors';
import type { GatewayName, PaymentFailure } from '../../schema/payment';
import { gatewayName } from '../../schema/payment';
import type { Draw } from './draw';
import type { Odds } from './odds';
import type { YearOfBilling } from './stripe-billing';
import { yearOfBilling } from './stripe-billing';

/** A card that a gateway keeps, and how its bank takes charges. */
interface Card extends SavedMethod {
  readonly gateway: GatewayName;
  readonly userId: string;
  /** The last charge failed for lack of money. */
  isShort: boolean;
  /** Refused for good. */
  isDead: boolean;
}

/** What really happened to a payment, which only the gateway knows. */
interface Attempt {
  readonly gateway: GatewayName;
  readonly paymentId: string;
  readonly userId: string;
  /** Null where it pays an invoice of Stripe's own, and names none of ours. */
  readonly invoiceIds: readonly string[] | null;
  readonly amount: MinorUnits;
  readonly currency: string;
  readonly keepsCard: boolean;
  state: 'OPEN' | 'CAPTURED' | 'CLOSED';
  failure: PaymentFailure;
  refunded: MinorUnits;
  readonly orders: Map<string, MinorUnits>;
}

/**
 * Both gateways of a simulated year, in memory and behind the port: HTTP and signatures would take most of the time and
 * have tests of their own. Stripe opens a page for a card and keeps callbacks that it could not deliver; PayTR keeps a
 * card with a payment only, and what it could not deliver is lost.
 */
export interface YearOfGateways {
  readonly ports: Readonly<Record<GatewayName, Gateway>>;
  /** The customer enters another card on Stripe's page. */
  enterCard(userId: string): void;
  /** The customer pays on the gateway's page; nothing happens on one that is closed. */
  payOnPage(paymentId: string): void;
  /** Whose callbacks are to be delivered; `numbering` are of invoices that may get their number by them. */
  waiting(): { readonly numbering: readonly string[]; readonly others: readonly string[] };
  /** A customer's callbacks since the last time. */
  takeEvents(userId: string): GatewayEvent[];
  /** What Stripe does with the subscriptions that it bills. */
  readonly billing: Omit<YearOfBilling, 'port'>;
  /** Money that lies at a gateway by what it knows, in minor units. */
  cash(gateway: GatewayName, currency: string): number;
}

const LIFETIME_MS = 60 * 60_000;
/** Percent of a payment that each gateway keeps. */
const FEE: Readonly<Record<GatewayName, number>> = { stripe: 2.9, paytr: 2.49 };
/** Cards that do not expire within a simulated year. */
const LASTING_YEAR = 2040;

export function yearOfGateways(draw: Draw, odds: Odds, now: () => Date): YearOfGateways {
  const attempts = new Map<string, Attempt>();
  const cards = new Map<string, Card>();
  const cardCounts = new Map<string, number>();
  const undelivered: GatewayEvent[] = [];
  const events = new Map<string, GatewayEvent[]>();
  const reports = new Map<string, ReportRow[]>();

  const send = (userId: string, event: GatewayEvent) => {
    events.set(userId, [...(events.get(userId) ?? []), event]);
  };
  const emit = (gateway: GatewayName, userId: string, id: string, fact: GatewayFact) => {
    const event: GatewayEvent = {
      gateway,
      id,
      type: fact.kind,
      occurredAt: now(),
      payloadDigest: '0'.repeat(64),
      gatewayReason: null,
      fact,
    };
    if (!draw.happens(odds.lostNews, 'lostNews', gateway, id)) send(userId, event);
    else if (gateway === 'stripe') undelivered.push(event);
  };
  const emitOutcome = (attempt: Attempt) => {
    const { gateway, userId, paymentId, state } = attempt;
    emit(gateway, userId, `${state}_${paymentId}`, settlementOf(attempt));
  };
  const report = (gateway: GatewayName, row: ReportRow) => {
    const key = `${gateway} ${dayOf(now())}`;
    reports.set(key, [...(reports.get(key) ?? []), row]);
  };

  const newCard = (gateway: GatewayName, userId: string): Card => {
    const number = (cardCounts.get(userId) ?? 0) + 1;
    cardCounts.set(userId, number);
    const expiresSoon = draw.happens(odds.cardExpires, 'expires', userId, number);
    const today = now();
    const inMonths = today.getUTCMonth() + draw.between(1, 11, 'expiresIn', userId, number);
    const card: Card = {
      gateway,
      userId,
      gatewayMethodId: `pm_${userId}_${number}`,
      type: 'card',
      brand: 'visa',
      lastFour: String(1_000 + number),
      expMonth: expiresSoon ? (inMonths % 12) + 1 : 12,
      expYear: expiresSoon ? today.getUTCFullYear() + Math.floor(inMonths / 12) : LASTING_YEAR,
      isShort: false,
      isDead: false,
    };
    cards.set(card.gatewayMethodId, card);
    return card;
  };

  const open = (
    gateway: GatewayName,
    asked: Pick<Attempt, 'paymentId' | 'userId' | 'invoiceIds' | 'amount' | 'currency'>,
    keepsCard: boolean,
  ): Attempt => {
    const { paymentId, userId, invoiceIds, amount, currency } = asked;
    const known = attempts.get(paymentId);
    if (known !== undefined) return known;
    const attempt: Attempt = {
      ...{ gateway, paymentId, userId, invoiceIds, amount, currency, keepsCard },
      state: 'OPEN',
      failure: 'ABANDONED',
      refunded: ZERO,
      orders: new Map(),
    };
    attempts.set(paymentId, attempt);
    return attempt;
  };
  /** What a day report calls a payment: PayTR by our own id. */
  const namesOf = (attempt: Attempt) => ({
    gatewayPaymentId: gatewayIdOf(attempt),
    paymentId: attempt.gateway === 'paytr' ? attempt.paymentId : null,
  });
  const book = (attempt: Attempt) => {
    const { gateway, amount, currency } = attempt;
    attempt.state = 'CAPTURED';
    const fee = percentage(amount, FEE[gateway]);
    report(gateway, { kind: 'PAYMENT', ...namesOf(attempt), amount, fee, currency });
  };
  const capture = (attempt: Attempt) => {
    book(attempt);
    emitOutcome(attempt);
  };

  /** Why the bank of a card says no to this charge; null for a yes. */
  const refusal = (card: Card, key: string, isCustomerPresent: boolean): PaymentFailure | null => {
    if (card.isDead) return 'NOT_ALLOWED';
    const share = draw.number('charge', key);
    const soft = card.isShort ? odds.softAgain : odds.softDecline;
    card.isShort = share < soft;
    if (card.isShort) return 'FUNDS';
    card.isDead = share < soft + odds.hardDecline;
    if (card.isDead) return 'NOT_ALLOWED';
    const wantsOwner = share < soft + odds.hardDecline + odds.authentication;
    return wantsOwner && !isCustomerPresent && card.gateway === 'stripe' ? 'AUTHENTICATION_REQUIRED' : null;
  };
  const charge = (gateway: GatewayName, asked: MethodCharge): SettlementFact => {
    const attempt = open(gateway, asked, false);
    const card = cards.get(asked.gatewayMethodId);
    if (attempt.state === 'OPEN') {
      const { paymentId, isCustomerPresent } = asked;
      const failure = card === undefined ? 'NOT_ALLOWED' : refusal(card, paymentId, isCustomerPresent);
      if (failure === null) capture(attempt);
      else {
        Object.assign(attempt, { state: 'CLOSED', failure });
        emitOutcome(attempt);
      }
      if (draw.happens(odds.lostAnswer, 'lostAnswer', asked.paymentId)) {
        throw new BillingError('GATEWAY_RESULT_UNKNOWN');
      }
    }
    return settlementOf(attempt);
  };

  const inquire = ({ paymentId, end }: Inquiry): InquiryAnswer => {
    const attempt = attempts.get(paymentId);
    const payment = { paymentId, owner: null };
    const abandoned = { kind: 'PAYMENT_FAILED', payment, reason: 'ABANDONED', isFinal: true } as const;
    if (attempt === undefined) return { fact: end ? abandoned : null, refundedTotal: null };
    if (attempt.state === 'OPEN') {
      if (!end) return { fact: null, refundedTotal: null };
      attempt.state = 'CLOSED';
    }
    const refundedTotal = attempt.state === 'CAPTURED' ? attempt.refunded : null;
    return { fact: settlementOf(attempt), refundedTotal };
  };

  const refund = (gateway: GatewayName, { refundId, paymentId, amount }: RefundOrder): RefundAnswer => {
    const attempt = attempts.get(paymentId);
    if (attempt?.state !== 'CAPTURED' || attempt.refunded + amount > attempt.amount) {
      throw new BillingError('REFUND_DECLINED', { code: '009' });
    }
    const isTold = gateway === 'stripe';
    if (!attempt.orders.has(refundId) || !isTold) {
      attempt.orders.set(refundId, amount);
      attempt.refunded = add(attempt.refunded, amount);
      const { userId, currency, refunded: refundedTotal } = attempt;
      report(gateway, {
        kind: 'REFUND',
        ...namesOf(attempt),
        amount,
        fee: ZERO,
        currency,
      });
      if (isTold) {
        const payment = referenceOf(attempt);
        emit(gateway, userId, `re_${refundId}`, {
          kind: 'PAYMENT_REFUNDED',
          payment,
          refundedTotal,
          currency,
        });
      }
    }
    return { gatewayRefundId: refundId, refundedTotal: isTold ? attempt.refunded : null };
  };

  const { port: billing, ...yearlyBilling } = yearOfBilling({
    now,
    hasCard: (gatewayMethodId) => cards.has(gatewayMethodId),
    // Its invoices tell of it, in place of the payment.
    charge: ({ gatewayMethodId, key, ...asked }) => {
      const card = cards.get(gatewayMethodId);
      const failure = card === undefined ? 'NOT_ALLOWED' : refusal(card, key, false);
      if (failure !== null) return { refused: failure };
      const attempt = open('stripe', { ...asked, invoiceIds: null }, false);
      book(attempt);
      return { paidBy: gatewayIdOf(attempt) };
    },
    tell: (userId, id, fact) => {
      emit('stripe', userId, id, fact);
    },
    losesAnswer: (key) => draw.happens(odds.lostAnswer, 'lostAnswer', key),
  });

  const later = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);
  const port = (name: GatewayName): Gateway => ({
    name,
    isTest: () => true,
    acknowledgement: 'OK',
    installments: null,
    cardFields: null,
    billing: name === 'stripe' ? billing : null,
    startCheckout: (checkout) =>
      later(() => {
        open(name, checkout, checkout.saveMethod);
        const { paymentId, startedAt } = checkout;
        return {
          kind: name === 'stripe' ? 'REDIRECT' : 'IFRAME',
          method: 'card',
          url: `https://gateway.example/${paymentId}`,
          gatewayCheckoutId: `cs_${paymentId}`,
          expiresAt: new Date(startedAt.getTime() + LIFETIME_MS),
        };
      }),
    readEvent: () => Promise.reject(new Error('Events are handed over as they are')),
    inquire: (inquiry) => later(() => inquire(inquiry)),
    refund: (order) => later(() => refund(name, order)),
    savedMethods: () => ({
      createCustomer: ({ userId }) => Promise.resolve(name === 'stripe' ? handleOf(name, userId) : null),
      updateCustomer: () => Promise.resolve(),
      startSetup: ({ setupId }) =>
        Promise.resolve(
          name === 'paytr'
            ? null
            : {
                url: `https://gateway.example/setup/${setupId}`,
                expiresAt: new Date(now().getTime() + LIFETIME_MS),
              },
        ),
      list: (handle) =>
        Promise.resolve(
          [...cards.values()]
            .filter(({ gateway, userId }) => gateway === name && handleOf(name, userId) === handle)
            .map(asSaved),
        ),
      detach: ({ gatewayMethodId }) => {
        cards.delete(gatewayMethodId);
        return Promise.resolve();
      },
      charge: (asked) => later(() => charge(name, asked)),
    }),
    async *undeliveredEvents(since) {
      yield* await later(() =>
        name === 'stripe' ? undelivered.filter(({ occurredAt }) => occurredAt >= since) : [],
      );
    },
    dayReport: (day: CalendarDay) => Promise.resolve(reports.get(`${name} ${day}`) ?? []),
  });

  return {
    ports: { stripe: port('stripe'), paytr: port('paytr') },
    enterCard: (userId) => {
      const method = newCard('stripe', userId);
      const fact = { kind: 'METHOD_SAVED', userId, method: asSaved(method) } as const;
      // What nobody hears of is found by the next look at the cards, not by this story.
      send(userId, cardEvent(method, fact, now()));
    },
    payOnPage: (paymentId) => {
      const attempt = attempts.get(paymentId);
      if (attempt?.state !== 'OPEN') return;
      if (attempt.keepsCard) {
        const method = newCard(attempt.gateway, attempt.userId);
        const fact = { kind: 'METHOD_SAVED', userId: attempt.userId, method: asSaved(method) } as const;
        if (attempt.gateway === 'stripe') send(attempt.userId, cardEvent(method, fact, now()));
      }
      capture(attempt);
    },
    billing: yearlyBilling,
    waiting: () => {
      const users = [...events.keys()].sort();
      const takesNumber = (userId: string) => events.get(userId)?.some(({ fact }) => 'agreement' in fact);
      return {
        numbering: users.filter((userId) => takesNumber(userId) === true),
        others: users.filter((userId) => takesNumber(userId) !== true),
      };
    },
    takeEvents: (userId) => {
      const taken = events.get(userId) ?? [];
      events.delete(userId);
      return taken;
    },
    cash: (gateway, currency) =>
      [...attempts.values()]
        .filter((one) => one.gateway === gateway && one.currency === currency && one.state === 'CAPTURED')
        .reduce((sum, { amount, refunded }) => sum + amount - refunded, 0),
  };
}

/** Every gateway that a simulation has. */
export const GATEWAYS = gatewayName.options;

function gatewayIdOf({ paymentId }: Attempt): string {
  return `gp_${paymentId}`;
}

function handleOf(gateway: GatewayName, userId: string): string {
  return `${gateway}_${userId}`;
}

function asSaved({ gatewayMethodId, type, brand, lastFour, expMonth, expYear }: Card): SavedMethod {
  return { gatewayMethodId, type, brand, lastFour, expMonth, expYear };
}

function cardEvent({ gateway, gatewayMethodId }: Card, fact: GatewayFact, occurredAt: Date): GatewayEvent {
  return {
    gateway,
    id: `kept_${gatewayMethodId}`,
    type: fact.kind,
    occurredAt,
    payloadDigest: '0'.repeat(64),
    gatewayReason: null,
    fact,
  };
}

function referenceOf({ paymentId, userId, invoiceIds, currency }: Attempt) {
  return { paymentId, owner: invoiceIds === null ? null : { userId, invoiceIds, currency } };
}

function settlementOf(attempt: Attempt): SettlementFact {
  const payment = referenceOf(attempt);
  if (attempt.state !== 'CAPTURED') {
    return { kind: 'PAYMENT_FAILED', payment, reason: attempt.failure, isFinal: true };
  }
  const { amount, currency, gateway, userId, keepsCard } = attempt;
  return {
    kind: 'PAYMENT_SUCCEEDED',
    payment,
    gatewayPaymentId: gatewayIdOf(attempt),
    amount,
    charged: amount,
    currency,
    installment: 1,
    isTest: true,
    paytrHash: null,
    ...(gateway === 'paytr' && keepsCard ? { gatewayCustomerId: handleOf(gateway, userId) } : {}),
  };
}
