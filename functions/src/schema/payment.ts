import * as z from 'zod';
import { amount, currency, id, positiveAmount, stamps, uid } from './common';

/** Who moves the money: a gateway, the customer's wallet, or a bank transfer that finance records. */
export const paymentGateway = z.enum(['stripe', 'paytr', 'wallet', 'bank']);
export type PaymentGateway = z.infer<typeof paymentGateway>;

/** The gateways that a customer can pay through by card. */
export const gatewayName = z.enum(['stripe', 'paytr']);
export type GatewayName = z.infer<typeof gatewayName>;

export const paymentStatus = z.enum(['PENDING', 'PROCESSING', 'SUCCEEDED', 'FAILED', 'REFUNDED']);
export type PaymentStatus = z.infer<typeof paymentStatus>;

/**
 * Why a payment failed, in the words that a customer may see. Gateways know many more, some of which a thief
 * must not learn; those stay in `gatewayEvents`.
 */
export const paymentFailure = z.enum([
  'GENERAL',
  'FUNDS',
  'WRONG_DATA',
  'EXPIRED_CARD',
  'AUTHENTICATION_FAILED',
  'AUTHENTICATION_REQUIRED',
  'NOT_ALLOWED',
  'CURRENCY',
  'INSTALLMENT',
  'SECURITY',
  /** The bank transfer that the customer told of was not found. */
  'TRANSFER_MISSING',
  /** Less was transferred than was to be paid. */
  'TRANSFER_SHORT',
  'ABANDONED',
  'OUTAGE',
]);
export type PaymentFailure = z.infer<typeof paymentFailure>;

/** A payment's share for one invoice, and how much of it was refunded since. */
export const allocation = z.object({
  invoiceId: id,
  amount,
  refundedAmount: amount,
  allocatedAt: z.date(),
});
export type Allocation = z.infer<typeof allocation>;

/** `bankTransfer`: the customer sends the money from their bank and tells the gateway, which waits for it for days. */
export const checkoutMethod = z.enum(['card', 'bankTransfer']);
export type CheckoutMethod = z.infer<typeof checkoutMethod>;

/** Where the customer pays: a page to go to, a form to show in a frame, or where to post a card that is entered here. */
export const checkoutSession = z.object({
  kind: z.enum(['REDIRECT', 'IFRAME', 'CARD_FORM']),
  /** `card`: by card or whatever else the page offers, at once; a transfer is only told of there. */
  method: checkoutMethod,
  url: z.url(),
  gatewayCheckoutId: z.string(),
  expiresAt: z.date(),
});
export type CheckoutSession = z.infer<typeof checkoutSession>;

/**
 * The wallet's share of a payment that is made from the wallet and through a gateway at once. It is a payment of its
 * own, and changes only together with the one that it belongs to. HELD: taken out of the balance while the customer
 * pays the rest; CAPTURED: spent, since the rest has come; RELEASED: back in the balance.
 */
export const walletPart = z.object({
  paymentId: id,
  amount,
  status: z.enum(['HELD', 'CAPTURED', 'RELEASED']),
});
export type WalletPart = z.infer<typeof walletPart>;

/** The one refund of a payment that the gateway has not answered yet, and when it was last ordered there. */
export const pendingRefund = z.object({
  refundId: id,
  amount,
  /** What of it was taken out of the wallet when it was ordered, and comes back if the gateway says no. */
  fromWallet: amount,
  reason: z.string().nullable(),
  orderedAt: z.date(),
});

/** A cardholder's objection at their bank, which takes the money back until it has decided. */
export const dispute = z.object({
  gatewayDisputeId: z.string(),
  amount,
  reason: z.string(),
  status: z.enum(['OPEN', 'WON', 'LOST']),
  openedAt: z.date(),
  closedAt: z.date().nullable(),
});
export type Dispute = z.infer<typeof dispute>;

/** `payments/{id}` */
export const payment = z.object({
  userId: uid,
  organizationId: id.nullable(),
  gateway: paymentGateway,
  gatewayPaymentId: z.string().nullable(),
  /** What the gateway called the page or form; kept when `checkout` is gone, to ask the gateway by it. */
  gatewayCheckoutId: z.string().nullable(),
  /** Made in the gateway's test mode: no real money. */
  isTest: z.boolean(),
  /**
   * What the payment is for, in the order in which it is spent; empty for a top-up of the wallet. `allocations` says
   * what each invoice got once the money came.
   */
  invoiceIds: z.array(id).max(20),
  /** 1 is a single payment. */
  installment: z.int().min(1),
  paytrHash: z.string().nullable(),
  amount,
  /** What the customer paid on top for paying in installments. */
  surcharge: amount,
  /** Null until the gateway tells what it keeps. */
  fee: amount.nullable(),
  /** All that was given back of `amount`, to the card, the bank account or the wallet. */
  refundedAmount: amount,
  /** What the gateway has sent back, as it counts; at most `refundedAmount`, unless more went back than had come. */
  gatewayRefundedAmount: amount,
  pendingRefund: pendingRefund.nullable(),
  disputes: z.array(dispute).max(20),
  currency,
  status: paymentStatus,
  paymentMethodId: id.nullable(),
  allocations: z.array(allocation),
  /** What arrived without being owed, or to top the wallet up, and went into the wallet. */
  creditedToWallet: amount,
  /** What refunds took out of the wallet again. */
  refundedFromWallet: amount,
  /** Of a payment through a gateway that the wallet pays a part of. */
  walletPart: walletPart.nullable(),
  /** Of such a part: the payment that it belongs to. */
  partOf: id.nullable(),
  checkout: checkoutSession.nullable(),
  /** Until when one call opens that page alone; null when none does. Says nothing of a payment that is not PENDING. */
  openingUntil: z.date().nullable(),
  metadata: z.record(z.string(), z.string()),
  /** Of the latest failed try; a payment that is still PENDING can be tried again on the gateway's page. */
  failureReason: paymentFailure.nullable(),
  failedAt: z.date().nullable(),
  processedAt: z.date().nullable(),
  /** When the gateway is to be asked what became of this payment or of its pending refund; null when all is told. */
  nextCheckAt: z.date().nullable(),
  ...stamps,
});
export type Payment = z.infer<typeof payment>;

export const checkoutRequest = z.strictObject({
  /** Chosen by the browser once per attempt; the same id again continues that attempt. */
  attemptId: z.uuid(),
  /** What to pay, in the order in which the money is spent: invoices of one currency. */
  invoiceIds: z.array(id).min(1).max(20),
  /** Less than what is due, in minor units of the invoices' currency; left out, all of it. */
  amount: positiveAmount.optional(),
  /** Whether the wallet's balance is spent first and the gateway takes the rest. */
  useWallet: z.boolean().default(false),
  /** Whether the customer asks to keep the card for later payments. */
  saveMethod: z.boolean().default(false),
  gateway: gatewayName.optional(),
  /** The most installments to offer; 1 allows a single payment only. PayTR alone offers more. */
  maxInstallment: z.int().min(1).max(12).optional(),
  /** Left out, by card or whatever else the gateway's page offers. A bank transfer goes through PayTR, in lira. */
  method: checkoutMethod.optional(),
  /**
   * A kept card to charge at once, without a page; its gateway is the card's. `saveMethod`, `gateway` and
   * `maxInstallment` say nothing then.
   */
  paymentMethodId: id.optional(),
});
export type CheckoutRequestBody = z.infer<typeof checkoutRequest>;

/** Where the customer goes on. */
interface AtGateway {
  paymentId: string;
  gateway: GatewayName;
  method: CheckoutMethod;
  url: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** A page or a frame of the gateway's. */
export interface CheckoutPage extends AtGateway {
  kind: Exclude<CheckoutSession['kind'], 'CARD_FORM'>;
}

/** A form of ours whose card goes from the browser to the gateway, with these fields and without us. */
export interface CheckoutCardForm extends AtGateway {
  kind: 'CARD_FORM';
  fields: Readonly<Record<string, string>>;
}

export type CheckoutAtGateway = CheckoutPage | CheckoutCardForm;

/** The wallet paid all of it, and nothing is left to do. */
export interface SettledByWallet {
  paymentId: string;
  gateway: 'wallet';
  kind: 'SETTLED';
  url: null;
  expiresAt: null;
}

/**
 * A kept card was charged. PENDING: the gateway has not answered, and the payment's document tells once it has; FAILED:
 * that document has the reason, AUTHENTICATION_REQUIRED among them, after which a checkout on a page still works.
 */
export interface ChargedMethod {
  paymentId: string;
  gateway: GatewayName;
  kind: 'CHARGED';
  status: Exclude<PaymentStatus, 'REFUNDED'>;
  url: null;
  expiresAt: null;
}

/** `payment.charge`. */
export type ChargeAnswer = SettledByWallet | ChargedMethod;
export type CheckoutAnswer = CheckoutAtGateway | ChargeAnswer;

export const chargeRequest = z.strictObject({
  /** Chosen by the caller; the same id again answers what became of the first call. */
  requestId: z.uuid(),
  /** What to pay: invoices of one customer in one currency, in the order in which the money is spent. */
  invoiceIds: z.array(id).min(1).max(20),
  /** Less than what is due, in minor units; left out, all of it. */
  amount: positiveAmount.optional(),
  /** A kept card of that customer; left out, their default one. */
  paymentMethodId: id.optional(),
});
export type ChargeRequest = z.infer<typeof chargeRequest>;

export const topUpRequest = z.strictObject({
  /** As for a checkout. */
  attemptId: z.uuid(),
  currency,
  /** Minor units; the bounds are those of `wallets/rules/top-up-limits.ts`. */
  amount: positiveAmount,
  gateway: gatewayName.optional(),
});
export type TopUpRequest = z.infer<typeof topUpRequest>;

/** Gives an open attempt up: the wallet's part comes back at once. */
export const abandonRequest = z.strictObject({ paymentId: id });

/** Asks the gateway about a payment at once. */
export const checkRequest = z.strictObject({ paymentId: id });

/** The payment's status before the gateway was asked and after its answer was applied. */
export interface CheckAnswer {
  before: PaymentStatus;
  after: PaymentStatus;
}
