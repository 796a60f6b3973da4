import type { MinorUnits } from '../../core/money';
import { minorUnits, ZERO } from '../../core/money';
import type {
  BillingOrder,
  GatewayFact,
  SubscriptionBilling,
  SubscriptionInvoiceNews,
  SubscriptionNews,
} from '../../gateways/gateway';
import { totalInvoice } from '../../invoices/rules/total-invoice';
import { gatewayInvoicePaymentId } from '../../payments/rules/gateway-invoice-payment-id';
import { BillingError } from '../../platform/errors';
import type { PaymentFailure } from '../../schema/payment';
import type { BillingPeriod } from '../../schema/plan';
import type { StripeTerms } from '../../schema/subscription';

/** A subscription as Stripe Billing has it. */
interface Billed {
  readonly id: string;
  readonly order: BillingOrder;
  terms: StripeTerms;
  orderNumber: number;
  status: 'trialing' | 'active' | 'past_due' | 'canceled';
  period: { readonly start: Date; readonly end: Date };
  /** The day and the time of day of its periods. */
  anchor: Date;
  /** Numbers what is told of it. */
  news: number;
}

/** An invoice that Stripe makes by itself. It bills by what its subscription was told when it was made. */
interface Bill {
  readonly id: string;
  readonly subscription: Billed;
  readonly terms: StripeTerms;
  readonly period: { readonly start: Date; readonly end: Date };
  readonly amount: MinorUnits;
  readonly finalizedAt: Date;
  status: 'draft' | 'open' | 'paid' | 'void';
  tries: number;
  gatewayPaymentId: string | null;
  failure: PaymentFailure | null;
}

/** A bill that is to be charged to a card. */
export interface BillCharge {
  readonly paymentId: string;
  readonly userId: string;
  readonly gatewayMethodId: string;
  readonly amount: MinorUnits;
  readonly currency: string;
  /** Of this try: the same has the same outcome. */
  readonly key: string;
}

/** What Stripe Billing needs of the rest of Stripe. */
export interface AroundBilling {
  readonly now: () => Date;
  /** Charges a card, as a payment of its own. @returns Stripe's name for what paid, or why the bank said no. */
  readonly charge: (asked: BillCharge) => { readonly paidBy: string } | { readonly refused: PaymentFailure };
  readonly hasCard: (gatewayMethodId: string) => boolean;
  readonly tell: (userId: string, id: string, fact: GatewayFact) => void;
  /** Whether the answer to what has this key gets lost. */
  readonly losesAnswer: (key: string) => boolean;
}

/** Stripe Billing of a simulated year, in memory. */
export interface YearOfBilling {
  readonly port: SubscriptionBilling;
  /** What Stripe does by itself until now: periods begin or subscriptions end, and invoices are made and charged. */
  passTime(): void;
  /** Subscriptions that have not ended, by our ids: twice where two would bill. */
  running(): { readonly subscriptionId: string; readonly id: string }[];
  /** Open invoices, which our documents should know. */
  open(): { readonly subscriptionId: string; readonly id: string }[];
  knows(subscriptionId: string): boolean;
}

const HOUR_MS = 60 * 60_000;

/**
 * Bills by the month and the year as Stripe does: a period's invoice is made when it begins, by what the subscription
 * was told until then, and charged an hour later. It does not try again: those tries are ours (docs/gateways.md).
 */
export function yearOfBilling({ now, charge, hasCard, tell, losesAnswer }: AroundBilling): YearOfBilling {
  const billed = new Map<string, Billed>();
  const bills = new Map<string, Bill>();
  const answered = new Map<string, SubscriptionInvoiceNews>();
  const done = new Set<string>();

  const tellOf = (subscription: Billed, fact: GatewayFact) => {
    subscription.news += 1;
    tell(subscription.order.userId, `evt_${subscription.id}_${subscription.news}`, fact);
  };
  const tellChanged = (subscription: Billed, kind: SubscriptionNews['kind'] = 'SUBSCRIPTION_CHANGED') => {
    tellOf(subscription, subscriptionNews(subscription, kind));
  };
  const tellBill = (bill: Bill, kind: SubscriptionInvoiceNews['kind']) => {
    tellOf(bill.subscription, invoiceNews(bill, kind));
  };

  const makeBill = (subscription: Billed, amount: MinorUnits): Bill => {
    const { terms, period } = subscription;
    const count = [...bills.values()].filter((one) => one.subscription === subscription).length;
    const bill: Bill = {
      id: `in_${subscription.id}_${count + 1}`,
      ...{ subscription, terms, period, amount },
      // One over nothing is final at once.
      finalizedAt: amount === 0 ? now() : new Date(period.start.getTime() + HOUR_MS),
      status: 'draft',
      tries: 0,
      gatewayPaymentId: null,
      failure: null,
    };
    bills.set(bill.id, bill);
    return bill;
  };
  const pay = (bill: Bill, gatewayMethodId: string, key: string): SubscriptionInvoiceNews => {
    const { userId, currency } = bill.subscription.order;
    const paymentId = gatewayInvoicePaymentId(bill.id);
    const result = charge({ paymentId, userId, gatewayMethodId, amount: bill.amount, currency, key });
    bill.tries += 1;
    if ('paidBy' in result) {
      bill.gatewayPaymentId = result.paidBy;
      close(bill, 'paid');
      return invoiceNews(bill, 'SUBSCRIPTION_INVOICE_PAID');
    }
    bill.failure = result.refused;
    tellBill(bill, 'SUBSCRIPTION_INVOICE_FAILED');
    becomes(bill.subscription, 'past_due');
    return invoiceNews(bill, 'SUBSCRIPTION_INVOICE_FAILED');
  };
  const close = (bill: Bill, status: 'paid' | 'void') => {
    bill.status = status;
    if (status === 'void') return;
    tellBill(bill, 'SUBSCRIPTION_INVOICE_PAID');
    if (bill.subscription.status === 'past_due') becomes(bill.subscription, 'active');
  };
  const becomes = (subscription: Billed, status: Billed['status']) => {
    if (subscription.status === 'canceled' || subscription.status === status) return;
    subscription.status = status;
    tellChanged(subscription, status === 'canceled' ? 'SUBSCRIPTION_ENDED' : 'SUBSCRIPTION_CHANGED');
  };
  const finalize = (bill: Bill) => {
    bill.status = 'open';
    tellBill(bill, 'SUBSCRIPTION_INVOICE_OPEN');
    const { terms } = bill.subscription;
    if (bill.amount === 0) close(bill, 'paid');
    else if (terms.isPaused) close(bill, 'void');
    else pay(bill, terms.gatewayMethodId, `${bill.id} first`);
  };
  const renew = (subscription: Billed) => {
    if (subscription.terms.cancelAtPeriodEnd) {
      becomes(subscription, 'canceled');
      return;
    }
    const { period, anchor, terms } = subscription;
    subscription.period = { start: period.end, end: periodEnd(period.end, terms.billingPeriod, anchor) };
    if (subscription.status === 'trialing') subscription.status = 'active';
    tellChanged(subscription);
    makeBill(subscription, totalOf(terms));
  };
  /** What is paid for is a trial to Stripe, and has an invoice over nothing. */
  const beginTrial = (subscription: Billed, end: Date) => {
    subscription.period = { start: now(), end };
    subscription.anchor = end;
    subscription.status = 'trialing';
    finalize(makeBill(subscription, ZERO));
  };

  /** What is done twice under the same key is done once; the answer may get lost the first time. */
  const once = <T>(key: string, effect: () => void, answer: () => T): Promise<T> =>
    Promise.resolve().then(() => {
      if (done.has(key)) return answer();
      effect();
      done.add(key);
      if (losesAnswer(key)) throw new BillingError('GATEWAY_RESULT_UNKNOWN');
      return answer();
    });
  const keyOf = ({ subscriptionId, number }: BillingOrder) => `subscription_${subscriptionId}_${number}`;
  const named = (id: string): Billed => {
    const subscription = billed.get(id);
    if (subscription === undefined || subscription.status === 'canceled') {
      throw new BillingError('GATEWAY_DECLINED', { code: 'resource_missing' });
    }
    return subscription;
  };
  const requireCard = ({ gatewayMethodId }: StripeTerms) => {
    if (!hasCard(gatewayMethodId)) throw new BillingError('GATEWAY_DECLINED', { code: 'resource_missing' });
  };

  const port: SubscriptionBilling = {
    begin: (order) => {
      const id = `sub_${order.subscriptionId}_${order.number}`;
      const begin = () => {
        requireCard(order.terms);
        const { terms, number: orderNumber } = order;
        const period = { start: now(), end: terms.periodEnd };
        const base = { id, order, terms, orderNumber, period, anchor: terms.periodEnd, news: 0 };
        const subscription: Billed = { ...base, status: 'trialing' };
        billed.set(id, subscription);
        beginTrial(subscription, terms.periodEnd);
      };
      return once(keyOf(order), begin, () => id);
    },
    change: (order) =>
      once(
        keyOf(order),
        () => {
          requireCard(order.terms);
          const subscription = named(order.gatewaySubscriptionId);
          Object.assign(subscription, { terms: order.terms, orderNumber: order.number });
          if (order.movesPeriod) beginTrial(subscription, order.terms.periodEnd);
          tellChanged(subscription);
        },
        () => undefined,
      ),
    end: ({ gatewaySubscriptionId, key }) =>
      once(
        key,
        () => {
          const subscription = billed.get(gatewaySubscriptionId);
          if (subscription === undefined) return;
          // What is not charged yet never will be.
          for (const bill of bills.values()) {
            if (bill.subscription === subscription && bill.status === 'draft') bill.status = 'void';
          }
          becomes(subscription, 'canceled');
        },
        () => undefined,
      ),
    closeInvoice: ({ gatewayInvoiceId, isPaid, key }) =>
      once(
        key,
        () => {
          const bill = bills.get(gatewayInvoiceId);
          if (bill?.status === 'open') close(bill, isPaid ? 'paid' : 'void');
        },
        () => undefined,
      ),
    payInvoice: ({ gatewayInvoiceId, gatewayMethodId, key }) => {
      const bill = bills.get(gatewayInvoiceId);
      return once(
        key,
        () => {
          if (bill?.status !== 'open' && bill?.status !== 'paid') throw new BillingError('GATEWAY_DECLINED');
          const isOpen = bill.status === 'open';
          const news = isOpen
            ? pay(bill, gatewayMethodId, key)
            : invoiceNews(bill, 'SUBSCRIPTION_INVOICE_PAID');
          answered.set(key, news);
        },
        () => {
          const news = answered.get(key);
          if (news === undefined) throw new Error(`${key} was not answered`);
          return news;
        },
      );
    },
    latestInvoice: (gatewaySubscriptionId) =>
      Promise.resolve().then(() => {
        const own = [...bills.values()].filter(
          ({ subscription }) => subscription.id === gatewaySubscriptionId,
        );
        const bill = own.at(-1);
        if (bill?.status === 'paid') return invoiceNews(bill, 'SUBSCRIPTION_INVOICE_PAID');
        if (bill?.status !== 'open') return null;
        return invoiceNews(
          bill,
          bill.tries > 0 ? 'SUBSCRIPTION_INVOICE_FAILED' : 'SUBSCRIPTION_INVOICE_OPEN',
        );
      }),
  };

  return {
    port,
    passTime: () => {
      for (const subscription of billed.values()) {
        while (subscription.status !== 'canceled' && subscription.period.end <= now()) renew(subscription);
      }
      for (const bill of bills.values()) {
        if (bill.status === 'draft' && bill.finalizedAt <= now()) finalize(bill);
      }
    },
    running: () =>
      [...billed.values()]
        .filter(({ status }) => status !== 'canceled')
        .map(({ id, order: { subscriptionId } }) => ({ subscriptionId, id })),
    open: () =>
      [...bills.values()]
        .filter(({ status }) => status === 'open')
        .map(({ id, subscription }) => ({ subscriptionId: subscription.order.subscriptionId, id })),
    knows: (subscriptionId) =>
      [...billed.values()].some(({ order }) => order.subscriptionId === subscriptionId),
  };
}

function totalOf({ price, taxRate }: StripeTerms): MinorUnits {
  return totalInvoice([{ quantity: 1, unitPrice: price, taxRate }]).total;
}

/** The same day of a later month, or its last, at the same time of day, in UTC as Stripe counts. */
function periodEnd(start: Date, billingPeriod: BillingPeriod, anchor: Date): Date {
  const months = start.getUTCMonth() + (billingPeriod === 'annually' ? 12 : 1);
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), months + 1, 0)).getUTCDate();
  const end = new Date(anchor);
  end.setUTCFullYear(start.getUTCFullYear(), months, Math.min(anchor.getUTCDate(), lastDay));
  return end;
}

function subscriptionNews(
  { id, order, orderNumber, status, period, terms }: Billed,
  kind: SubscriptionNews['kind'],
): SubscriptionNews {
  return {
    kind,
    subscription: { subscriptionId: order.subscriptionId, gatewaySubscriptionId: id },
    status,
    currentPeriod: period,
    cancelAtPeriodEnd: terms.cancelAtPeriodEnd,
    orderNumber,
  };
}

function invoiceNews(bill: Bill, kind: SubscriptionInvoiceNews['kind']): SubscriptionInvoiceNews {
  const { id, subscription, terms, period, amount, gatewayPaymentId, failure } = bill;
  const { subscriptionId, userId, organizationId, currency } = subscription.order;
  const { planId, planName, billingPeriod, price, taxRate } = terms;
  return {
    kind,
    subscription: { subscriptionId, gatewaySubscriptionId: subscription.id },
    agreement: {
      userId,
      organizationId,
      terms: { planId, planName, billingPeriod, price: minorUnits(price), taxRate },
    },
    gatewayInvoiceId: id,
    gatewayPaymentId: kind === 'SUBSCRIPTION_INVOICE_PAID' ? gatewayPaymentId : null,
    period,
    amount,
    currency,
    isTest: true,
    reason: kind === 'SUBSCRIPTION_INVOICE_FAILED' ? failure : null,
  };
}
