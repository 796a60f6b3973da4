import { create, update } from '../../core/decision';
import type { Decision, Fields, Write } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { subtract, ZERO } from '../../core/money';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { journalWrites, walletHeldEntry } from '../../finance/rules/journal';
import type { Numbering } from '../../invoices/rules/document-number';
import { BillingError, must } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { GatewayName, Payment } from '../../schema/payment';
import type { Refund, RefundRequest, RefundStatus } from '../../schema/refund';
import { moveWallet } from '../../wallets/rules/move-wallet';
import type { PaymentDocuments } from './apply-fact';
import { nextCheck } from './next-check';
import { bookRefund } from './book-refund';
import { refundObstacle, refundable } from './refundable';
import { takeBack } from './take-back';

/** An order to a gateway that is older has been answered, or its caller is gone: no call takes as long. */
const ORDER_LASTS_MS = 2 * 60_000;

/** What to do after the intent is stored. */
export interface RefundIntent {
  readonly status: RefundStatus;
  /** Whether an earlier call may have ordered it already, so that the gateway must be asked before. */
  readonly isRepeat: boolean;
  /** What to ask the gateway for; null when nothing is to be done now. */
  readonly order: {
    readonly gateway: GatewayName;
    readonly gatewayPaymentId: string;
    readonly amount: MinorUnits;
    readonly currency: string;
  } | null;
}

export interface RefundCommand {
  readonly refundId: string;
  readonly request: RefundRequest;
  /** Of the credit notes. */
  readonly numbering: Numbering;
  readonly actor: Actor;
}

/**
 * Begins to give money of a payment back. To the wallet, and by a bank transfer that finance has made, it is done at
 * once; through the gateway it is stored as PENDING first, and one at a time, so that what the gateway then says can
 * be told apart. What comes out of the wallet is set aside with it, so that it cannot be spent meanwhile. The same request again answers the refund that it made.
 */
export function beginRefund(
  documents: Omit<PaymentDocuments, 'payment'> & {
    readonly payment: Payment | null;
    readonly refund: Refund | null;
  },
  command: RefundCommand,
  now: Date,
): Decision<RefundIntent> {
  const { refundId, request, numbering, actor } = command;
  const { paymentId, destination, reason } = request;
  const payment = must(documents.payment, 'PAYMENT_MISSING', { paymentId });
  const { refund } = documents;
  if (refund !== null) return orderAgain(payment, refund, command, now);
  const obstacle = refundObstacle(payment, destination);
  if (obstacle !== null) throw new BillingError(obstacle, { destination });
  const most = refundable(payment, destination);
  const amount = request.amount ?? most;
  if (amount > most || amount === 0) throw new BillingError('REFUND_TOO_LARGE', { most });
  const { wallet } = documents;
  const { fromWallet } = takeBack(payment, amount, destination);
  if (fromWallet > (wallet?.balance ?? 0)) throw new BillingError('WALLET_BALANCE_TOO_LOW');

  const { userId, organizationId, currency } = payment;
  const intent = {
    paymentId,
    userId,
    organizationId,
    destination,
    amount,
    currency,
    reason,
    origin: 'FINANCE' as const,
    gatewayRefundId: null,
    allocations: [],
    creditNoteIds: [],
    failure: null,
  } satisfies Omit<Fields<Refund>, 'status' | 'processedAt'>;
  const audit = auditWrite(actor, 'payment.refund', paths.payment(paymentId), reason);
  if (destination !== 'GATEWAY') {
    const booked = bookRefund(
      { ...documents, payment },
      { refundId, paymentId, amount, destination, reason, setAside: ZERO, numbering },
      now,
    );
    return {
      writes: [
        create(paths.refund(refundId), {
          ...intent,
          ...booked.refund,
          status: 'SUCCEEDED',
          processedAt: now,
        }),
        ...booked.writes,
        audit,
      ],
      result: { status: 'SUCCEEDED', isRepeat: false, order: null },
    };
  }
  return {
    writes: [
      create(paths.refund(refundId), { ...intent, status: 'PENDING', processedAt: null }),
      update(paths.payment(paymentId), {
        pendingRefund: { refundId, amount, fromWallet, reason, orderedAt: now },
        nextCheckAt: nextCheck('REFUND', now),
      }),
      ...setAsideWrites(payment, wallet, { refundId, paymentId, amount: fromWallet }, now),
      audit,
    ],
    result: { status: 'PENDING', isRepeat: false, order: orderOf(payment, amount) },
  };
}

/** Takes wallet money out of the balance until the gateway has answered. */
function setAsideWrites(
  { userId, currency }: Payment,
  wallet: PaymentDocuments['wallet'],
  { refundId, paymentId, amount }: { refundId: string; paymentId: string; amount: MinorUnits },
  now: Date,
): Write[] {
  const movement = {
    entryId: `hold_${refundId}`,
    amount: subtract(ZERO, amount),
    kind: 'REFUND',
    reason: 'GATEWAY_REFUND',
    paymentId,
  } as const;
  const held = walletHeldEntry({ paymentId, currency, invoiceIds: [], amount }, now);
  return [
    ...moveWallet(wallet, { userId, currency }, [movement]),
    ...journalWrites(`hold_${refundId}`, held),
  ];
}

/**
 * The same request again. While the first call may still be waiting for the gateway, it is left alone: not every
 * gateway would notice that it is asked for the same refund twice.
 */
function orderAgain(
  payment: Payment,
  refund: Refund,
  { refundId, request: { paymentId } }: RefundCommand,
  now: Date,
): Decision<RefundIntent> {
  const { pendingRefund } = payment;
  const isWaiting =
    pendingRefund?.refundId !== refundId ||
    now.getTime() - pendingRefund.orderedAt.getTime() < ORDER_LASTS_MS;
  if (refund.status !== 'PENDING' || isWaiting) {
    return { writes: [], result: { status: refund.status, isRepeat: true, order: null } };
  }
  return {
    writes: [
      update(paths.payment(paymentId), {
        pendingRefund: { ...pendingRefund, orderedAt: now },
        nextCheckAt: nextCheck('REFUND', now),
      }),
    ],
    result: { status: 'PENDING', isRepeat: true, order: orderOf(payment, refund.amount) },
  };
}

function orderOf(payment: Payment, amount: MinorUnits): NonNullable<RefundIntent['order']> {
  const { gateway, gatewayPaymentId, currency } = payment;
  if ((gateway !== 'stripe' && gateway !== 'paytr') || gatewayPaymentId === null) {
    throw new BillingError('PAYMENT_NOT_REFUNDABLE');
  }
  return { gateway, gatewayPaymentId, amount, currency };
}
