import type { Fields } from '../../core/decision';
import { ZERO } from '../../core/money';
import type { Payment } from '../../schema/payment';

type Given = 'userId' | 'organizationId' | 'gateway' | 'isTest' | 'invoiceIds' | 'amount' | 'currency';

/** A payment that has only just begun; `override` says what is known of it already. */
export function newPayment(
  given: Pick<Payment, Given>,
  override: Partial<Fields<Payment>> = {},
): Fields<Payment> {
  return {
    gatewayPaymentId: null,
    gatewayCheckoutId: null,
    installment: 1,
    paytrHash: null,
    surcharge: ZERO,
    fee: null,
    refundedAmount: ZERO,
    gatewayRefundedAmount: ZERO,
    pendingRefund: null,
    disputes: [],
    status: 'PENDING',
    paymentMethodId: null,
    allocations: [],
    creditedToWallet: ZERO,
    refundedFromWallet: ZERO,
    walletPart: null,
    partOf: null,
    checkout: null,
    openingUntil: null,
    metadata: {},
    failureReason: null,
    failedAt: null,
    processedAt: null,
    nextCheckAt: null,
    ...given,
    ...override,
  };
}
