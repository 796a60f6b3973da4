import * as z from 'zod';
import { amount, currency, id, stamps, uid } from './common';

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
  'ABANDONED',
  'OUTAGE',
]);
export type PaymentFailure = z.infer<typeof paymentFailure>;

/** A payment's share for one invoice. */
export const allocation = z.object({ invoiceId: id, amount, allocatedAt: z.date() });
export type Allocation = z.infer<typeof allocation>;

/** Where the customer pays: a page to go to, or a form to show in a frame. */
export const checkoutSession = z.object({
  kind: z.enum(['REDIRECT', 'IFRAME']),
  url: z.url(),
  gatewayCheckoutId: z.string(),
  expiresAt: z.date(),
});
export type CheckoutSession = z.infer<typeof checkoutSession>;

/** `payments/{id}` */
export const payment = z.object({
  userId: uid,
  organizationId: id.nullable(),
  gateway: paymentGateway,
  gatewayPaymentId: z.string().nullable(),
  /** Made in the gateway's test mode: no real money. */
  isTest: z.boolean(),
  /** What the payment is for; `allocations` says what each invoice got once the money came. */
  invoiceIds: z.array(id).min(1),
  /** 1 is a single payment. */
  installment: z.int().min(1),
  paytrHash: z.string().nullable(),
  amount,
  /** What the customer paid on top for paying in installments. */
  surcharge: amount,
  /** Null until the gateway tells what it keeps. */
  fee: amount.nullable(),
  refundedAmount: amount,
  currency,
  status: paymentStatus,
  paymentMethodId: id.nullable(),
  allocations: z.array(allocation),
  /** What arrived although it was no longer owed, and waits in the wallet. */
  creditedToWallet: amount,
  checkout: checkoutSession.nullable(),
  metadata: z.record(z.string(), z.string()),
  /** Of the latest failed try; a payment that is still PENDING can be tried again on the gateway's page. */
  failureReason: paymentFailure.nullable(),
  failedAt: z.date().nullable(),
  processedAt: z.date().nullable(),
  ...stamps,
});
export type Payment = z.infer<typeof payment>;

export const checkoutRequest = z.strictObject({
  /** Chosen by the browser once per attempt; the same id again continues that attempt. */
  attemptId: z.uuid(),
  invoiceId: id,
  gateway: gatewayName.optional(),
  /** The most installments to offer; 1 allows a single payment only. PayTR alone offers more. */
  maxInstallment: z.int().min(1).max(12).optional(),
});
export type CheckoutRequestBody = z.infer<typeof checkoutRequest>;

export interface CheckoutAnswer {
  paymentId: string;
  gateway: GatewayName;
  kind: CheckoutSession['kind'];
  url: string;
  /** ISO 8601. */
  expiresAt: string;
}
