import type { Decision } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { beginProcessing } from '../../invoices/rules/settle-invoice';
import { BillingError } from '../../platform/errors';
import type { ChargedMethod, GatewayName, Payment } from '../../schema/payment';
import type { PaymentMethod } from '../../schema/payment-method';
import type { User } from '../../schema/user';
import type { Wallet } from '../../schema/wallet';
import type { CheckoutCommand } from './begin-checkout';
import { beginCheckout } from './begin-checkout';
import { takesCurrency } from './choose-gateway';
import { methodExpiry } from './method-expiry';
import { ownMethod } from './own-method';

/** An order to charge is repeated by its key only while the first call can still be waiting for its answer. */
const ORDER_LASTS_MS = 60 * 60_000;

export interface ChargeCommand extends Omit<CheckoutCommand, 'gateway' | 'paymentMethodId'> {
  readonly paymentMethodId: string;
}

/** What is to be paid and with which card, as a caller wishes it. */
export interface ChargeWish {
  readonly paymentId: string;
  readonly userId: string;
  readonly invoiceIds: readonly string[];
  /** Undefined for all that is due. */
  readonly amount: number | undefined;
  /** Null for the customer's default card. */
  readonly paymentMethodId: string | null;
}

/** What a gateway is to be asked for. */
export interface ChargeOrder {
  readonly gateway: GatewayName;
  readonly gatewayMethodId: string;
  readonly gatewayCustomerId: string;
  readonly amount: MinorUnits;
  readonly currency: string;
  readonly invoiceIds: readonly string[];
  readonly description: string;
  readonly user: User;
  /** Whether an earlier call may have charged already. */
  readonly isRepeat: boolean;
}

/** What to do after the intent is stored. */
export type ChargeIntent =
  | { readonly kind: 'SETTLED' }
  /** An earlier call of the same attempt got this far, and nothing is to be asked. */
  | { readonly kind: 'KNOWN'; readonly gateway: GatewayName; readonly status: ChargedMethod['status'] }
  | { readonly kind: 'ORDER'; readonly order: ChargeOrder };

/** The default card, or the named one. @throws BillingError NO_DEFAULT_METHOD */
export function cardToCharge(named: string | null, defaultPaymentMethodId: string | null): string {
  const paymentMethodId = named ?? defaultPaymentMethodId;
  if (paymentMethodId === null) throw new BillingError('NO_DEFAULT_METHOD');
  return paymentMethodId;
}

/**
 * Stores the intent to charge a kept card as a PENDING payment, before the gateway hears of it. The wallet goes first,
 * as in any checkout. Until the gateway has answered the invoices take no other payment: unlike a page, a charge is
 * certain to be tried, and a second one would be money back.
 *
 * @throws BillingError PAYMENT_METHOD_NOT_FOUND also for somebody else's card; PAYMENT_METHOD_EXPIRED;
 *   CURRENCY_UNSUPPORTED; PAYMENT_METHOD_REFUSED when its gateway no longer knows the customer.
 */
export function beginCharge(
  documents: { readonly method: PaymentMethod | null; readonly wallet: Wallet | null },
  command: ChargeCommand,
  now: Date,
): Decision<ChargeIntent> {
  const { userId, paymentId, paymentMethodId, purchase, gatewayCustomerId } = command;
  const method = ownMethod(documents.method, { userId, paymentMethodId });
  const { gateway, gatewayMethodId } = method;
  if (methodExpiry(method, now) === 'EXPIRED') {
    throw new BillingError('PAYMENT_METHOD_EXPIRED', { paymentMethodId });
  }
  if (!takesCurrency(gateway, purchase.currency)) {
    throw new BillingError('CURRENCY_UNSUPPORTED', { gateway, currency: purchase.currency });
  }
  if (gatewayCustomerId === null) throw new BillingError('PAYMENT_METHOD_REFUSED', { paymentMethodId });
  const begun = beginCheckout({ payment: null, wallet: documents.wallet }, { ...command, gateway }, now);
  if (begun.result === null) return { writes: begun.writes, result: { kind: 'SETTLED' } };
  const { amount, currency, invoiceIds, description, user } = begun.result;
  return {
    writes: [...begun.writes, ...purchase.invoices.flatMap((subject) => beginProcessing(subject, paymentId))],
    result: {
      kind: 'ORDER',
      order: {
        gateway,
        gatewayMethodId,
        gatewayCustomerId,
        amount,
        currency,
        invoiceIds,
        description,
        user,
        isRepeat: false,
      },
    },
  };
}

/**
 * The same attempt again: answers what became of it. While the first call may still be waiting it is ordered once
 * more, by the same key, so that the gateway answers the first order and charges nothing twice; later the checks
 * settle it.
 *
 * @throws BillingError PAYMENT_FINISHED when the earlier attempt was another one.
 */
export function repeatedCharge(
  payment: Payment,
  wish: ChargeWish,
  found: {
    readonly method: PaymentMethod | null;
    readonly gatewayCustomerId: string | null;
    readonly description: string;
    readonly user: User;
  },
  now: Date,
): ChargeIntent {
  const { gateway, status, amount, currency, invoiceIds, createdAt } = payment;
  const { method, gatewayCustomerId, description, user } = found;
  const sum = amount + (payment.walletPart?.amount ?? 0);
  const isSame =
    payment.userId === wish.userId &&
    invoiceIds.join() === wish.invoiceIds.join() &&
    (wish.amount === undefined || wish.amount === sum);
  if (isSame && gateway === 'wallet') return { kind: 'SETTLED' };
  const isSameCard =
    payment.paymentMethodId !== null &&
    (wish.paymentMethodId === null || wish.paymentMethodId === payment.paymentMethodId);
  if (!isSame || !isSameCard || gateway === 'wallet' || gateway === 'bank') {
    throw new BillingError('PAYMENT_FINISHED', { paymentId: wish.paymentId });
  }
  const isWaiting = status === 'PENDING' && now.getTime() - createdAt.getTime() < ORDER_LASTS_MS;
  if (!isWaiting || method === null || gatewayCustomerId === null) {
    return { kind: 'KNOWN', gateway, status: status === 'REFUNDED' ? 'SUCCEEDED' : status };
  }
  const { gatewayMethodId } = method;
  return {
    kind: 'ORDER',
    order: {
      gateway,
      gatewayMethodId,
      gatewayCustomerId,
      amount,
      currency,
      invoiceIds,
      description,
      user,
      isRepeat: true,
    },
  };
}
