import type Stripe from 'stripe';
import type { TestCard } from './test-cards';

/** The event types the stand-in sends. */
type SentType =
  | 'charge.dispute.closed'
  | 'charge.dispute.created'
  | 'charge.dispute.funds_reinstated'
  | 'charge.dispute.funds_withdrawn'
  | 'charge.failed'
  | 'charge.pending'
  | 'charge.refunded'
  | 'charge.succeeded'
  | 'charge.updated'
  | 'checkout.session.async_payment_failed'
  | 'checkout.session.async_payment_succeeded'
  | 'checkout.session.completed'
  | 'checkout.session.expired'
  | 'customer.created'
  | 'customer.deleted'
  | 'customer.subscription.created'
  | 'customer.subscription.deleted'
  | 'customer.subscription.updated'
  | 'customer.updated'
  | 'invoice.created'
  | 'invoice.finalized'
  | 'invoice.paid'
  | 'invoice.payment_failed'
  | 'invoice.payment_succeeded'
  | 'invoice.voided'
  | 'payment_intent.canceled'
  | 'payment_intent.created'
  | 'payment_intent.payment_failed'
  | 'payment_intent.processing'
  | 'payment_intent.requires_action'
  | 'payment_intent.succeeded'
  | 'payment_method.attached'
  | 'payment_method.automatically_updated'
  | 'payment_method.detached'
  | 'payment_method.updated'
  | 'refund.created'
  | 'setup_intent.created'
  | 'setup_intent.requires_action'
  | 'setup_intent.setup_failed'
  | 'setup_intent.succeeded';

type ObjectOf<T extends SentType> = Extract<Stripe.Event, { type: T }>['data']['object'];

/** What Stripe knows of a card and never shows. */
export interface CardOnFile {
  card: TestCard;
  /** Later payments without the customer need no authentication any more. */
  isSetUp: boolean;
}

/**
 * Everything the stand-in remembers. A stored object is never changed, only replaced by a newer one: an event
 * can hold the object itself as its snapshot.
 */
export interface Objects {
  balanceTransactions: Map<string, Stripe.BalanceTransaction>;
  charges: Map<string, Stripe.Charge>;
  checkoutSessions: Map<string, Stripe.Checkout.Session>;
  customers: Map<string, Stripe.Customer>;
  disputes: Map<string, Stripe.Dispute>;
  /** Oldest first. */
  events: Map<string, Stripe.EventBase>;
  invoicePayments: Map<string, Stripe.InvoicePayment>;
  invoices: Map<string, Stripe.Invoice>;
  paymentIntents: Map<string, Stripe.PaymentIntent>;
  paymentMethods: Map<string, Stripe.PaymentMethod>;
  products: Map<string, Stripe.Product>;
  refunds: Map<string, Stripe.Refund>;
  setupIntents: Map<string, Stripe.SetupIntent>;
  subscriptions: Map<string, Stripe.Subscription>;

  /** By payment method. */
  cards: Map<string, CardOnFile>;
  /** Payment methods that were paid with while on no customer, or detached: Stripe lets them be used no more. */
  spentMethods: Set<string>;
  /** Customers that were deleted. */
  deletedCustomers: Set<string>;
  /** By session. */
  lineItems: Map<string, readonly Stripe.LineItem[]>;
  /** Parameters for the PaymentIntent that a session makes when its customer pays, by session. */
  paymentIntentData: Map<string, PaymentIntentData>;
  /** Where the authentication page sends the customer back to, by intent. */
  returnUrls: Map<string, string>;
}

export interface PaymentIntentData {
  capture_method?: string;
  description?: string;
  metadata?: Record<string, string>;
  receipt_email?: string;
  setup_future_usage?: string;
  statement_descriptor?: string;
  statement_descriptor_suffix?: string;
}

/** One API request or one step of a customer on the hosted page, with the instant it happens at. */
export interface Call {
  readonly objects: Objects;
  /** Unix seconds. */
  readonly now: number;
  /** The stand-in's own address, without a slash at the end. */
  readonly baseUrl: string;
  /** Records an event and hands it to the webhook. `previous` holds the changed fields as they were. */
  emit<T extends SentType>(type: T, object: ObjectOf<T>, previous?: Partial<ObjectOf<T>>): void;
  /** Runs a step that Stripe takes on its own once the call is answered. */
  later(step: (call: Call) => void): void;
}

export function emptyObjects(): Objects {
  return {
    balanceTransactions: new Map(),
    charges: new Map(),
    checkoutSessions: new Map(),
    customers: new Map(),
    disputes: new Map(),
    events: new Map(),
    invoicePayments: new Map(),
    invoices: new Map(),
    paymentIntents: new Map(),
    paymentMethods: new Map(),
    products: new Map(),
    refunds: new Map(),
    setupIntents: new Map(),
    subscriptions: new Map(),
    cards: new Map(),
    spentMethods: new Set(),
    deletedCustomers: new Set(),
    lineItems: new Map(),
    paymentIntentData: new Map(),
    returnUrls: new Map(),
  };
}

/** The id of a reference that may have been expanded. The stand-in stores references as ids only. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === 'object' ? (reference?.id ?? null) : (reference ?? null);
}
