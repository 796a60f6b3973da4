import type { CalendarDay } from '../core/calendar';
import type { MinorUnits } from '../core/money';
import type { Locale } from '../schema/common';
import type { CheckoutMethod, CheckoutSession, GatewayName, PaymentFailure } from '../schema/payment';
import type { StripeTerms, SubscriptionTerms } from '../schema/subscription';

/**
 * The port between billing and whoever moves the money. An adapter speaks its gateway's language on one side
 * and these few words on the other; no other file knows what a gateway calls things.
 *
 * Adding a gateway: one folder with an adapter that implements `Gateway`, one line in `registry.ts`, its name in
 * `schema/payment.ts` and its currencies in `payments/rules/choose-gateway.ts`.
 */
export interface Gateway {
  readonly name: GatewayName;

  /**
   * Whether the gateway is in test mode, where no real money moves. Stored with each payment, so that a test
   * callback can never settle a live one.
   * @throws BillingError GATEWAY_NOT_CONFIGURED when a key is missing or empty.
   */
  isTest(): boolean;

  /**
   * Opens a page or a frame in which the customer pays. Called after the payment is stored as PENDING; called
   * again with the same payment when the first answer got lost, so it must pass the payment's id as
   * idempotency key and answer the same session.
   *
   * No money moves here. The three answers:
   * - yes: the session;
   * - no: BillingError GATEWAY_DECLINED (the gateway refuses this payment), GATEWAY_NOT_CONFIGURED, or
   *   GATEWAY_CUSTOMER_UNKNOWN (it would take the payment from another `gatewayCustomerId`);
   * - unknown: BillingError GATEWAY_RESULT_UNKNOWN; the payment stays PENDING and may be tried again.
   */
  startCheckout(checkout: Checkout): Promise<CheckoutSession>;

  /**
   * What the browser posts to the address of a CARD_FORM beside the card itself, which never touches us; null where no
   * checkout is one. Answered to whoever pays and stored nowhere: it may name the customer to the gateway. The same
   * checkout has the same fields, and no call is made for them.
   */
  readonly cardFields: ((checkout: Checkout) => Readonly<Record<string, string>>) | null;

  /**
   * Verifies a callback's signature over the raw body and reduces it to what it means to us. Reads nothing
   * but its arguments and the secrets; only where a gateway object carries no ids of ours (a dispute, a card), or
   * leaves out what was paid, it asks the gateway.
   *
   * @throws BillingError BAD_SIGNATURE or STALE_SIGNATURE; MALFORMED_BODY when a signed body cannot be read;
   *   GATEWAY_UNAVAILABLE when the gateway had to be asked and does not answer, or does not confirm.
   */
  readEvent(callback: Callback): Promise<GatewayEvent>;

  /** The body of the 200 that tells the gateway to stop repeating; sent only after the commit. */
  readonly acknowledgement: string;

  /**
   * Asks what became of a payment whose news did not come. With `end`, a checkout that nobody has paid is closed
   * at the gateway first, so that what is answered as failed cannot be paid afterwards.
   * @throws BillingError GATEWAY_UNAVAILABLE when the gateway does not answer: ask again later.
   */
  inquire(inquiry: Inquiry): Promise<InquiryAnswer>;

  /**
   * Sends money of a payment back to where it came from. Called after the refund is stored as PENDING, with the
   * refund's id as idempotency key where the gateway has such keys.
   *
   * The three answers:
   * - yes: what the gateway calls the refund, and how much of the payment it has sent back by now;
   * - no: BillingError REFUND_DECLINED with the gateway's reason;
   * - unknown: BillingError GATEWAY_RESULT_UNKNOWN; the refund stays PENDING until `inquire` tells.
   */
  refund(order: RefundOrder): Promise<RefundAnswer>;

  /** Cards kept at the gateway; null when this deployment keeps none there. */
  savedMethods(): SavedMethods | null;

  /** Installments and what they cost; null when the gateway has none. */
  readonly installments: Installments | null;

  /** Subscriptions that the gateway bills by itself; null when it cannot, or we do not let it. */
  readonly billing: SubscriptionBilling | null;

  /**
   * The gateway's events since an instant whose delivery to us failed, oldest first, as their callbacks would have
   * been read. Empty where a gateway repeats its callbacks until they are taken.
   * @throws BillingError GATEWAY_UNAVAILABLE
   */
  undeliveredEvents(since: Date): AsyncIterable<GatewayEvent>;

  /**
   * Every payment and refund that the gateway booked on a day of the seller's calendar, with what it kept.
   * @throws BillingError GATEWAY_UNAVAILABLE
   */
  dayReport(day: CalendarDay): Promise<readonly ReportRow[]>;
}

/** Cards that a customer keeps at a gateway. We know a handle, a brand and four digits of each, never the number. */
export interface SavedMethods {
  /**
   * Makes the customer known to the gateway; answers its handle for them (Stripe's customer, PayTR's utoken).
   * Repeated with the same user it answers the same handle, unless that is `lost`. Null where the gateway makes its
   * handle by itself and tells it with the first payment that keeps a card.
   * @throws BillingError GATEWAY_DECLINED, GATEWAY_RESULT_UNKNOWN
   */
  createCustomer(customer: GatewayCustomer): Promise<string | null>;

  /**
   * Tells the gateway the customer's e-mail and name as they are now; it may be told the same again. Succeeds when it
   * does not know them any more, or keeps no such data beside its cards.
   * @throws BillingError GATEWAY_DECLINED, GATEWAY_RESULT_UNKNOWN
   */
  updateCustomer(
    customer: Pick<GatewayCustomer, 'email' | 'name'> & { readonly gatewayCustomerId: string },
  ): Promise<void>;

  /**
   * Opens the gateway's page for entering a card to keep; null when this gateway keeps cards only as part of a
   * payment. The card arrives as an event.
   * @throws BillingError GATEWAY_DECLINED, GATEWAY_RESULT_UNKNOWN, GATEWAY_CUSTOMER_UNKNOWN
   */
  startSetup(setup: MethodSetup): Promise<{ readonly url: string; readonly expiresAt: Date } | null>;

  /**
   * The customer's cards as the gateway has them now; none for a customer whom it does not know any more.
   * @throws BillingError GATEWAY_UNAVAILABLE
   */
  list(gatewayCustomerId: string): Promise<readonly SavedMethod[]>;

  /**
   * Forgets a card. Succeeds when the gateway has already forgotten it.
   * @throws BillingError GATEWAY_DECLINED, GATEWAY_RESULT_UNKNOWN
   */
  detach(method: { readonly gatewayCustomerId: string; readonly gatewayMethodId: string }): Promise<void>;

  /**
   * Charges a kept card, without a page. Called after the payment is stored as PENDING, with the payment's
   * id as idempotency key. A bank that wants its customer to confirm answers PAYMENT_FAILED with
   * AUTHENTICATION_REQUIRED: the payment must then be made by a checkout. Whatever is refused is final, also when an
   * event tells it.
   * @throws BillingError GATEWAY_RESULT_UNKNOWN (the payment stays PENDING until a callback or `inquire` tells),
   *   GATEWAY_NOT_CONFIGURED
   */
  charge(charge: MethodCharge): Promise<SettlementFact>;
}

/**
 * A gateway as the one who bills the renewals of a subscription. It is told what our document says; what becomes of its
 * invoices comes as events. Every order has a number, its idempotency key.
 */
export interface SubscriptionBilling {
  /**
   * Has the gateway bill from the end of the running period on, which is paid for already. Repeated, also long after,
   * it answers the same subscription.
   * @returns The gateway's name for it.
   * @throws BillingError GATEWAY_DECLINED and CURRENCY_UNSUPPORTED when it refuses; GATEWAY_RESULT_UNKNOWN,
   *   GATEWAY_UNAVAILABLE, GATEWAY_NOT_CONFIGURED
   */
  begin(order: BillingOrder & { readonly gatewayCustomerId: string }): Promise<string>;

  /**
   * Tells the gateway new terms, which cost nothing now.
   * @throws BillingError as `begin`
   */
  change(
    order: BillingOrder & { readonly gatewaySubscriptionId: string; readonly movesPeriod: boolean },
  ): Promise<void>;

  /**
   * Ends it at once. Succeeds when the gateway has ended it already.
   * @throws BillingError as `begin`
   */
  end(order: { readonly gatewaySubscriptionId: string; readonly key: string }): Promise<void>;

  /**
   * Closes an open invoice: as paid elsewhere, or as not owed there. Succeeds when it is closed already.
   * @throws BillingError as `end`
   */
  closeInvoice(order: {
    readonly gatewayInvoiceId: string;
    readonly isPaid: boolean;
    readonly key: string;
  }): Promise<void>;

  /**
   * Tries to pay an open invoice with a kept card. One that was paid meanwhile, by whomever, is answered as paid.
   * @throws BillingError GATEWAY_RESULT_UNKNOWN: the same key again answers what became of it; GATEWAY_DECLINED when it
   *   is not open any more; GATEWAY_NOT_CONFIGURED
   */
  payInvoice(order: {
    readonly gatewayInvoiceId: string;
    readonly gatewayMethodId: string;
    readonly key: string;
  }): Promise<SubscriptionInvoiceNews>;

  /**
   * The latest invoice of a subscription, whose events may be lost; null when it has none of ours.
   * @throws BillingError GATEWAY_UNAVAILABLE
   */
  latestInvoice(gatewaySubscriptionId: string): Promise<SubscriptionInvoiceNews | null>;
}

/** What a gateway is to bill by. */
export interface BillingOrder {
  readonly subscriptionId: string;
  readonly userId: string;
  readonly organizationId: string | null;
  readonly currency: string;
  /** Names the order to the gateway, and counts up within the subscription. */
  readonly number: number;
  readonly terms: StripeTerms;
}

/** What installments cost at a gateway. */
export interface Installments {
  /**
   * The surcharge in percent per card programme and count, as the merchant's contract has it today.
   * @throws BillingError GATEWAY_UNAVAILABLE
   */
  rates(): Promise<InstallmentRates>;

  /**
   * What the first digits of a card tell. Null when the gateway does not know them.
   * @param bin The first six or eight digits.
   * @throws BillingError GATEWAY_UNAVAILABLE
   */
  card(bin: string): Promise<CardProgramme | null>;
}

/** Percent per installment count, by card programme: `{ world: { 2: 3.92, 3: 5.1 } }`. */
export type InstallmentRates = Readonly<Record<string, Readonly<Record<number, number>>>>;

export interface CardProgramme {
  /** The key of its rates; null when the card takes no installments (debit, foreign, many business cards). */
  readonly programme: string | null;
  readonly bank: string;
  readonly isCredit: boolean;
}

/** A payment to ask the gateway about. */
export interface Inquiry {
  readonly paymentId: string;
  readonly userId: string;
  readonly invoiceIds: readonly string[];
  readonly currency: string;
  readonly amount: MinorUnits;
  /** What the gateway called the page or form; null when its answer got lost, and so nobody was sent there. */
  readonly gatewayCheckoutId: string | null;
  /** What the gateway called the payment; null until it succeeded. */
  readonly gatewayPaymentId: string | null;
  /** Whether to close the checkout when nobody has paid. */
  readonly end: boolean;
}

export interface InquiryAnswer {
  /** What to apply; null while the checkout is open. */
  readonly fact: SettlementFact | null;
  /** All that the gateway has sent back of the payment, in minor units; null when it does not say. */
  readonly refundedTotal: MinorUnits | null;
}

/** Money to be sent back. */
export interface RefundOrder {
  readonly refundId: string;
  readonly paymentId: string;
  readonly gatewayPaymentId: string;
  /** Minor units of `currency`, without any installment surcharge. */
  readonly amount: MinorUnits;
  readonly currency: string;
}

export interface RefundAnswer {
  readonly gatewayRefundId: string | null;
  /** All that the gateway has sent back of the payment, this refund included; null when it does not say. */
  readonly refundedTotal: MinorUnits | null;
}

export interface GatewayCustomer {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  /** A handle that the gateway said it does not know any more; null the first time. */
  readonly lost: string | null;
}

export interface MethodSetup {
  readonly userId: string;
  readonly gatewayCustomerId: string;
  /** One per wish of the customer; the same again answers the same page. */
  readonly setupId: string;
  readonly locale: Locale;
}

export interface MethodCharge {
  readonly paymentId: string;
  readonly userId: string;
  readonly invoiceIds: readonly string[];
  readonly description: string;
  readonly amount: MinorUnits;
  readonly currency: string;
  readonly customer: CheckoutCustomer;
  readonly ipAddress: string;
  /** Whether the owner has just asked for it; else they are away, and have agreed to that before. */
  readonly isCustomerPresent: boolean;
  readonly gatewayCustomerId: string;
  readonly gatewayMethodId: string;
}

/** A card or account as a gateway keeps it. */
export interface SavedMethod {
  readonly gatewayMethodId: string;
  /** The gateway's word for the kind: `card`, `sepa_debit` … */
  readonly type: string;
  readonly brand: string | null;
  readonly lastFour: string | null;
  readonly expMonth: number | null;
  readonly expYear: number | null;
}

/** One line of a gateway's report of a day. */
export interface ReportRow {
  readonly kind: 'PAYMENT' | 'REFUND';
  readonly gatewayPaymentId: string;
  /** Our id, where the gateway's name for the payment carries it: so it is known although we never heard of it. */
  readonly paymentId: string | null;
  /** Positive, in minor units, with any installment surcharge. */
  readonly amount: MinorUnits;
  /** What the gateway keeps, in minor units. */
  readonly fee: MinorUnits;
  readonly currency: string;
}

/** A payment to be begun at the gateway. */
export interface Checkout {
  readonly paymentId: string;
  readonly userId: string;
  /** What it pays for; empty when it tops the wallet up. */
  readonly invoiceIds: readonly string[];
  /** What the customer reads on the gateway's page: the invoice numbers, or that it is a top-up. */
  readonly description: string;
  /** Minor units of `currency`. */
  readonly amount: MinorUnits;
  /** ISO 4217. */
  readonly currency: string;
  readonly customer: CheckoutCustomer;
  /** How the customer wants to pay; left out, by card or whatever else the gateway's page offers. */
  readonly method?: CheckoutMethod;
  /** The most installments to offer; null leaves it to the gateway. */
  readonly maxInstallment: number | null;
  /** Where the customer pays from. */
  readonly ipAddress: string;
  /** When the attempt began; the same when the call is repeated, so that the gateway sees the same request. */
  readonly startedAt: Date;
  /** The gateway's handle for the customer, when their cards are kept there; null pays as a guest. */
  readonly gatewayCustomerId: string | null;
  /** Whether the customer asked to keep the card. */
  readonly saveMethod: boolean;
}

export interface CheckoutCustomer {
  readonly name: string;
  readonly email: string;
  readonly address: string;
  readonly locale: Locale;
}

/** A callback as it came in. Header names are lower case. */
export interface Callback {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly receivedAt: Date;
}

/** What a signed callback says, in our words. */
export interface GatewayEvent {
  readonly gateway: GatewayName;
  /** Unique within the gateway: a repeat of the same news has the same id. */
  readonly id: string;
  /** The gateway's own name for it. */
  readonly type: string;
  readonly occurredAt: Date;
  /** SHA-256 of the raw body, in hexadecimal. */
  readonly payloadDigest: string;
  /** The gateway's own code and text for a failure, for staff. */
  readonly gatewayReason: { readonly code: string; readonly message: string } | null;
  readonly fact: GatewayFact;
}

/**
 * Our ids, as the gateway object carried them. `owner` is null when they did not fit; the runner then finds
 * them in the payment, at the price of one more read.
 */
export interface PaymentReference {
  readonly paymentId: string;
  readonly owner: PaymentOwner | null;
}

/** Whose payment it is and what it pays for: all that names the documents around it. */
export interface PaymentOwner {
  readonly userId: string;
  readonly invoiceIds: readonly string[];
  /** ISO 4217: which of the customer's wallets is concerned. */
  readonly currency: string;
}

export interface PaymentSucceeded {
  readonly kind: 'PAYMENT_SUCCEEDED';
  readonly payment: PaymentReference;
  readonly gatewayPaymentId: string;
  /** What counts towards the invoice, in minor units. */
  readonly amount: MinorUnits;
  /** What the customer paid: `amount` and the surcharge for installments. */
  readonly charged: MinorUnits;
  /** ISO 4217. */
  readonly currency: string;
  /** 1 is a single payment. */
  readonly installment: number;
  /** Null when the gateway does not say. */
  readonly isTest: boolean | null;
  /** PayTR's hash of the notice, kept as evidence. */
  readonly paytrHash: string | null;
  /** The gateway's handle for the customer, where it tells it only with a payment whose card it keeps. */
  readonly gatewayCustomerId?: string | null;
  /** That customer's cards as the gateway keeps them by now, where no event tells of a card; none where it did not say. */
  readonly keptMethods?: readonly SavedMethod[];
}

/** The customer has done their part; the bank settles hours or days later. */
export interface PaymentProcessing {
  readonly kind: 'PAYMENT_PROCESSING';
  readonly payment: PaymentReference;
}

export interface PaymentFailed {
  readonly kind: 'PAYMENT_FAILED';
  readonly payment: PaymentReference;
  readonly reason: PaymentFailure;
  /** False while the customer can still try another card on the gateway's page. */
  readonly isFinal: boolean;
}

/** Money of a payment went back to where it came from, by our order or from the gateway's own panel. */
export interface PaymentRefunded {
  readonly kind: 'PAYMENT_REFUNDED';
  readonly payment: PaymentReference;
  /** All that has gone back so far, in minor units: a total, so that repeats and any order mean the same. */
  readonly refundedTotal: MinorUnits;
  readonly currency: string;
}

/** The cardholder disputes the payment at their bank, which has taken the money back for the time being. */
export interface DisputeOpened {
  readonly kind: 'DISPUTE_OPENED';
  readonly payment: PaymentReference;
  readonly dispute: GatewayDispute;
}

/** The bank has decided a dispute. */
export interface DisputeClosed {
  readonly kind: 'DISPUTE_CLOSED';
  readonly payment: PaymentReference;
  readonly dispute: GatewayDispute;
  /** WON: the money is ours again. LOST: it stays with the cardholder. */
  readonly outcome: 'WON' | 'LOST';
}

export interface GatewayDispute {
  readonly gatewayDisputeId: string;
  readonly amount: MinorUnits;
  readonly currency: string;
  /** The gateway's code for why. */
  readonly reason: string;
}

/** The gateway keeps a card of a customer from now on. */
export interface MethodSaved {
  readonly kind: 'METHOD_SAVED';
  readonly userId: string;
  readonly method: SavedMethod;
}

/** The gateway keeps a card no longer. */
export interface MethodRemoved {
  readonly kind: 'METHOD_REMOVED';
  readonly gatewayMethodId: string;
}

/** A subscription that a gateway bills by itself, and that carries our id. */
export interface GatewaySubscription {
  readonly subscriptionId: string;
  readonly gatewaySubscriptionId: string;
}

/** What a gateway's invoice was made by, as the gateway was told it: enough to name our documents, and to bill. */
export interface GatewayAgreement {
  readonly userId: string;
  readonly organizationId: string | null;
  readonly terms: SubscriptionTerms;
}

/** A gateway's own invoice for such a subscription is open, was paid, or a try to charge it failed. */
export interface SubscriptionInvoiceNews {
  readonly kind: 'SUBSCRIPTION_INVOICE_OPEN' | 'SUBSCRIPTION_INVOICE_PAID' | 'SUBSCRIPTION_INVOICE_FAILED';
  readonly subscription: GatewaySubscription;
  /** Null where the gateway was told by somebody else than us. */
  readonly agreement: GatewayAgreement | null;
  readonly gatewayInvoiceId: string;
  /** What paid it; null while it is open, and when it was paid elsewhere. */
  readonly gatewayPaymentId: string | null;
  /** What it bills. */
  readonly period: { readonly start: Date; readonly end: Date };
  /** What was paid, or is due, with VAT, in minor units. */
  readonly amount: MinorUnits;
  readonly currency: string;
  readonly isTest: boolean;
  /** Of a try that failed. */
  readonly reason: PaymentFailure | null;
}

/** Such a subscription as the gateway has it now. */
export interface SubscriptionNews {
  readonly kind: 'SUBSCRIPTION_CHANGED' | 'SUBSCRIPTION_ENDED';
  readonly subscription: GatewaySubscription;
  /** The gateway's word: `active`, `past_due`, `canceled` … */
  readonly status: string;
  /** Null where it has no items, and so no period. */
  readonly currentPeriod: { readonly start: Date; readonly end: Date } | null;
  readonly cancelAtPeriodEnd: boolean;
  /** The last order of ours that this state comes after; null where none of ours is named. */
  readonly orderNumber: number | null;
}

export interface NothingForUs {
  readonly kind: 'NOTHING_FOR_US';
  readonly why: 'NOT_OURS' | 'UNHANDLED_TYPE' | 'NO_PAYMENT';
}

/** How far a payment's money has come. */
export type SettlementFact = PaymentSucceeded | PaymentProcessing | PaymentFailed;
export type PaymentFact = SettlementFact | PaymentRefunded | DisputeOpened | DisputeClosed;
export type MethodFact = MethodSaved | MethodRemoved;
export type GatewayBillingFact = SubscriptionInvoiceNews | SubscriptionNews;
export type GatewayFact = PaymentFact | MethodFact | GatewayBillingFact | NothingForUs;
