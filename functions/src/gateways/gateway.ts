import type { MinorUnits } from '../core/money';
import type { Locale } from '../schema/common';
import type { GatewayName, PaymentFailure } from '../schema/payment';
import type { CheckoutSession } from '../schema/payment';

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
   * - no: BillingError GATEWAY_DECLINED (the gateway refuses this payment) or GATEWAY_NOT_CONFIGURED;
   * - unknown: BillingError GATEWAY_RESULT_UNKNOWN; the payment stays PENDING and may be tried again.
   */
  startCheckout(checkout: Checkout): Promise<CheckoutSession>;

  /**
   * Verifies a callback's signature over the raw body and reduces it to what it means to us. Reads nothing
   * but its arguments and the secrets.
   *
   * @throws BillingError BAD_SIGNATURE or STALE_SIGNATURE; MALFORMED_BODY when a signed body cannot be read.
   */
  readEvent(callback: Callback): Promise<GatewayEvent>;

  /** The body of the 200 that tells the gateway to stop repeating; sent only after the commit. */
  readonly acknowledgement: string;
}

/** A payment to be begun at the gateway. */
export interface Checkout {
  readonly paymentId: string;
  readonly userId: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  /** Minor units of `currency`. */
  readonly amount: MinorUnits;
  /** ISO 4217. */
  readonly currency: string;
  readonly customer: CheckoutCustomer;
  /** The most installments to offer; null leaves it to the gateway. */
  readonly maxInstallment: number | null;
  /** Where the customer pays from. */
  readonly ipAddress: string;
  /** When the attempt began; the same when the call is repeated, so that the gateway sees the same request. */
  readonly startedAt: Date;
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
  readonly owner: { readonly userId: string; readonly invoiceIds: readonly string[] } | null;
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

export interface NothingForUs {
  readonly kind: 'NOTHING_FOR_US';
  readonly why: 'NOT_OURS' | 'UNHANDLED_TYPE' | 'NO_PAYMENT';
}

export type PaymentFact = PaymentSucceeded | PaymentProcessing | PaymentFailed;
export type GatewayFact = PaymentFact | NothingForUs;
